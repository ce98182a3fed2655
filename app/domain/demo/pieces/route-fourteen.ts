import type { DemoEssay } from "../types.ts";

const series = { slug: "back-on-the-14", title: "Back on the 14" };

/** A series in two parts. */
export const theTenToFive: DemoEssay = {
  slug: "the-ten-to-five",
  title: "The ten to five",
  lead: "story",
  by: "Early Turn",
  byKind: "pen_name",
  perspectives: ["experience"],
  standing: "lived",
  standpoint: "bus driver, thirty-one years with one off",
  tags: ["work", "medication"],
  daysAgo: 30,
  series: { ...series, part: 1 },
  text: `My first bus goes out at ten to five in the morning and there are always the same four people on it. Two cleaners, a baker who smells of bread before he's baked any, and a lad with a fishing rod in summer and no rod in winter who goes the whole way round and gets off where he got on. I drove them for eight years. Then I was off for fourteen months, and when I came back the baker said, "You've been a while," and that was my welcome home and it was plenty.

I'm writing this because a man at my union branch asked how I'd done it and I gave him a stupid answer. I said, "One day at a time." It wasn't one day at a time. It was three forms, two people, and a change of tablet.

I hear somebody who isn't there. He started when I was forty-four, the year after our second boy was born not living. He's a man of about sixty and he comments. I don't know why he's Welsh, I've no Welsh people. He'd say what I was doing: he's putting his flask in the bag, he's forgotten the spoon. He wasn't nasty for the first few years. I thought of it as the radio. Then he began on the passengers, and what he said about them I'm not writing down here, and I'd look in the mirror at some woman with her shopping and be ashamed of what I'd heard as though I'd said it.

I pulled in one morning at a stop with nobody at it and put the handbrake on and couldn't take it off. There were eleven people on. I said over the microphone that there was a fault. One of the cleaners came to the front and looked at me, and said to the others, "He's poorly, we'll get the next one," and they all got off into the rain and nobody complained to the company, not one. I know, because I've seen my file.

I handed my licence in myself. I'd like that known. You hear about drivers hiding things, and they do hide things, because the day you tell them you're off the road with no date for coming back. I told them because of that woman with the shopping.

I won't say much about the hospital. I went in by the front door and out by the same one five weeks later. I got a tablet that shut him up entirely. I slept sixteen hours a day and ate like a horse and he was gone, and I'd sit in our front room, and it was like being a settee. My wife said she'd married a quiet man but there were limits. I've read people on the internet who say never take anything, and I've read the others who say take it and be thankful, and I used to get annoyed with the pair of them. I was thankful and I was a settee.

What happened next took the best part of a year. My doctor was a young woman, Dr P., with a bicycle helmet always on the desk. I told her I wanted to drive. She didn't laugh and she didn't say realistic. She said, "What time's your alarm?" and I said twenty to four, and she said "Right," and wrote it down. After that everything we did was about twenty to four. We changed what I was on, and when in the day I took it, and we went slowly, and twice it went wrong and I came back. The way it came out, he's there again. He comments. He's mostly about the flask and the spoon. And I can get up.

So that was the bargain, and it was offered to me as a bargain and I was the one who made it: a bit of him, in return for the morning. There'll be some reading who'd have gone for silence, and some who'd have got rid of the tablet altogether and lived with him full size. I've met both, at the group, and both can drive, one of them a crane.

The first time I took a bus out again was round the yard at the depot with Sandra from training in the front seat with a clipboard. He said: he's adjusting the mirror, he's checking the other mirror. I was. It's the only time in my life he and the clipboard have agreed.`,
  comments: [
    {
      key: "1",
      day: 0,
      by: "Grey Wagtail",
      perspectives: ["experience"],
      standing: "lived",
      text: "Mine does the same, only she reads out shop signs. I've never told anybody at work. I teach geography. She's no use at it.",
    },
    {
      key: "2",
      day: 2,
      by: "Lapwing",
      perspectives: ["experience"],
      standing: "lived",
      text: "I'm one of the ones who got rid of the tablet altogether. Took me two years with a doctor and a good friend, and he's full size, and I garden for a living. I was all ready to be annoyed with you. The settee, though. I'd forgotten that I was a settee.",
    },
    {
      key: "3",
      to: "2",
      day: 3,
      by: "Early Turn",
      byKind: "pen_name",
      perspectives: [],
      text: "I'd not get up at twenty to four with him full size, so we've each got the one that fits. Good luck with the slugs.",
    },
    {
      key: "4",
      day: 8,
      by: "Nettie",
      perspectives: ["experience"],
      standing: "beside",
      text: "I'm sorry about your little boy. You put it in half a sentence and went straight on, and my husband would have done exactly the same.",
    },
  ],
};

export const theTickBox: DemoEssay = {
  slug: "the-form-with-one-box",
  title: "The form with one box",
  lead: "story",
  by: "Early Turn",
  byKind: "pen_name",
  perspectives: ["experience", "debate"],
  standing: "lived",
  standpoint: "bus driver, thirty-one years with one off",
  tags: ["work", "disability"],
  daysAgo: 26,
  series: { ...series, part: 2 },
  text: `I said last time it was three forms and two people. This is about the forms.

The first was the licensing one and I've nothing against it. It's long and it's nosy and it should be, I drive eleven tonnes. It asks your doctor proper questions and your doctor gives proper answers, and there's a date by which they have to decide, and a letter with a name at the bottom.

The second was the sick pay one and I'll leave that for when I'm dead.

The third was the company's. Return to Work, it's called, two sheets, and on the second sheet there's a question: *Do you have any condition that may affect your ability to carry out your duties?* and a box. One box. You tick it or you don't. If you don't, you've lied. If you do, you're sent to occupational health, which is a man in a van on Thursdays, and until he's seen you you're in the canteen on basic.

I sat in the canteen with my pen. He said: he's got his pen out. There was a driver at the next table called Moz, twenty-six or so, eating a pasty. He said, "Is that the box?" I said it was. He said, "I didn't tick it." I said, "What've you got?" and he told me, and it was a good deal more than I had. He'd been driving four years, never late. He said it quite cheerfully. He'd worked out which shifts he could do on which side of his tablets and he swapped with people, and nobody in that building knew except, as of now, me.

I ticked it. I'd already told the licence people, so it would have been daft not to. But I want to be honest, the reason I could afford to tick it is that I was fifty-one with a house paid off and a wife in work. Moz had a baby and a rented flat. We'd both done the sensible thing.

The man in the van was all right. He asked me to touch my nose. He asked if I was "stable" and I said I'd been called a settee, and he wrote that down as yes. But there's no room on his form for what I really needed, which was: not to be put on split shifts, because of when I take what I take, and somebody I could ring if he got loud while I was out. So I didn't get those from the form. I got them from Sandra in training, who fixed my rota in pencil for two years and never told a soul, and who's now retired.

I'd like to say what I think should change, because I've had thirty-one years of forms.

Get rid of the box. Ask every driver the same thing, every year, well or ill: *What do you need to do this job safely, and what would you do if a day went wrong?* Everybody's got something. There's a man at our place with one good knee. There's a woman who can't do Fridays after what happened to her on a Friday. If all of us have to answer, nobody's ticked.

Let a rota change be asked for without the reason. The company needs to know that I can't do splits. It needn't know about the Welshman.

And put the licensing people and the company in separate buildings and keep them there. Last year there was talk of sharing data between them, to save us filling in things twice. I'd fill it in five times. The day those two are one computer, Moz stops seeing his doctor.

I know the answer to this. The answer is: and what if there's a crash? I've thought of it at every junction for thirty-one years. I'm telling you that the drivers who frighten me are the ones who've ticked nothing and told nobody and are doing it all with swaps and luck, and it's the box that's made them. I was one for seven years before that stop in the rain.

My branch put a motion up in the spring with some of this in. It fell by nine votes. I was told that the main worry among the members was that if everyone's asked, everyone'll have to think of something.`,
  comments: [
    {
      key: "1",
      day: 0,
      by: "Signal Box",
      perspectives: ["debate"],
      text: "I manage a depot, rail and not bus. I'd vote for your question tomorrow, but I'd want the answers to go to somebody who isn't me. If Moz tells me and then there's an incident, I'm the one who knew. You'd have to change what a manager is liable for before you change the form.",
    },
    {
      key: "2",
      to: "1",
      day: 1,
      by: "Early Turn",
      byKind: "pen_name",
      perspectives: ["experience", "debate"],
      standing: "lived",
      text: "That's fair and I hadn't got that far. Sandra was taking a risk, then, with her pencil. I only ever thought of it as kindness.",
    },
    {
      key: "3",
      day: 3,
      by: "Half Moon Lane",
      perspectives: ["experience", "debate"],
      standing: "lived",
      text: "I ticked a box like that at a call centre. Within a month I'd been moved to \"back office\", which was a cupboard with a shredder. I've never ticked one since and I never will, with or without your annual question. I like your piece a lot and I don't believe in it.",
    },
    {
      key: "4",
      to: "3",
      also: ["1"],
      day: 4,
      by: "Early Turn",
      byKind: "pen_name",
      perspectives: [],
      text: "That's the nine votes, right there. I don't blame you.",
    },
    {
      key: "5",
      day: 7,
      by: "Grace O.",
      perspectives: ["experience"],
      standing: "lived",
      text: "I clean on nights and I'm on somebody's ten to five every day of the week. I look at the driver differently now. I said good morning to him today by mistake, in a full sentence, and he nearly missed the lights.",
    },
  ],
};
