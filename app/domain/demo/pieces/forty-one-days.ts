import type { DemoEssay } from "../types.ts";

export const fortyOneDays: DemoEssay = {
  slug: "forty-one-days",
  title: "Forty-one days",
  lead: "story",
  by: "Slow Harbour",
  byKind: "thread_name",
  perspectives: ["experience"],
  standing: "lived",
  standpoint: "packed parcels, now works in a plant nursery",
  note: "a hospital stay against my will, and one night of being restrained",
  replyMode: "support",
  tags: ["hospital", "coercion"],
  daysAgo: 23,
  text: `I was brought in on a Tuesday in a police car, because the ambulance would have taken two hours. I hadn't slept for nine days and I believed that the man who reads the electricity meters was sending my thoughts to my mother in Gdynia. I'm not embarrassed by that belief any more. At the time it explained a lot.

I want to write down the forty-one days after that Tuesday because the letter I got at the end covers them in eleven lines, and it gets my age wrong.

The first thing I remember is that they took my shoelaces and let me keep my scarf. I sat on the bed and thought about this for hours. I was sure it had to be a test. Later I asked a nurse about it, and she went red and took the scarf too.

On the second night I was restrained. I'm going to say it in one paragraph and then go on. There were five of them, and one of them said sorry the whole time, in a low steady way, sorry love, sorry, nearly there. I hated him more than the others. Now he's the one I'd like to find, to ask if he remembers it. I had a bruise on my arm in the shape of Portugal and I showed it round the dining room as if I'd been on holiday.

What nobody had told me is how boring it is. I'd expected terror, and there was some, but mostly there was a television with the sound too low and a jigsaw of a harbour with the sky missing. Breakfast was at eight. Then nothing until half past twelve. People walked. The corridor was fifty-two of my steps and thirty-eight of Desmond's, and he had walked it so long that he turned at the end without looking, like a swimmer.

There was a window in the women's lounge that opened about the width of a hand. Somebody was always standing at it. You didn't talk to the person at the window, that was the rule, and you didn't stay longer than a cigarette would have taken even though nobody could smoke there. I don't know who made that rule. It was kept better than any of the official ones.

The person who did me most good in the first fortnight was the cleaner. Her name was Blessing and she was studying for a bookkeeping exam, and while she mopped she asked me to test her. I had the answers in front of me on a card. For a quarter of an hour each morning somebody needed me to concentrate, and I could do it, and then I'd sleep. Nobody wrote that down because nobody with a pen had seen it. I hope she passed.

The ward round was on Thursdays. I'd been told to prepare what I wanted to say. I walked in and there were nine people in a circle, and two of them were eating. I looked at their shoes and answered to the shoes. How is your mood? Fine. Are you still having thoughts about the meter reader? I said no, because I'd understood by then that no was the way to the garden. I did still have them. They had got quieter, like a radio in the flat next door when somebody closes the kitchen.

I was given tablets and I took them. I'm still on one of them. I don't know what it was that brought me back. My doctor says the medication and she may be right. It could also have been the lights going out at ten, or that nobody there wanted me to pack four hundred parcels before lunch. When I got out I kept the tablet and gave up the warehouse, so I can't tell you which of the two is working and I'm in no hurry to find out.

In week four a woman came in who screamed at night in a language none of us had. The staff were kind to her but they were busy, and in the end it was Desmond who sat down on the floor outside her door and hummed. He hummed for most of a night. In the morning he had a plastic cup of tea in front of him with a saucer on it to keep it warm, and I've never found out whether it was from her or from the night nurse.

They let me go on a Monday, with a bag of paper slippers and an appointment for six weeks later. My sister fetched me. We drove with the windows down. At the first traffic light I started to cry because of all the people crossing in whatever direction they liked, and my sister, who isn't a person for gestures, turned the engine off and let the cars behind us hoot.

It's fourteen months ago now. I work at a plant nursery, mostly with my back to a hedge. The meter reader came in March. I'd been dreading it so much that I'd baked. He stood in my hall in his blue overshoes and said the reading out loud to himself, and I asked him if he wanted tea. He takes two sugars. I haven't told him.

I have two questions, if anybody would like to answer. If you've been restrained, how long was it until you could sit with your back to a door? I can't yet. And did any of you ever go back to look for somebody who was kind to you there, and was it a good idea?`,
  comments: [
    {
      key: "1",
      day: 0,
      by: "Tin Whistle",
      perspectives: ["experience"],
      standing: "lived",
      text: "Three years for the door. Then one day in a pizza place I noticed I'd been sitting the wrong way round for a whole pizza. I didn't do anything to get there that I know of. I still pick the wall if there's a choice.",
    },
    {
      key: "2",
      to: "1",
      day: 1,
      by: "Slow Harbour",
      perspectives: ["experience"],
      text: "A whole pizza. Thank you. I'll stop timing it.",
    },
    {
      key: "3",
      day: 1,
      by: "Ambrose",
      perspectives: ["experience"],
      standing: "worked",
      text: `I worked on a ward for eleven years and I was one of five more often than I can count. I said sorry too. I never knew if it made it worse, and I never asked, because asking would have meant having the conversation. I remember every one of them and I think he will.

I'm answering your question, so I hope this is all right here. I would want to be found. I'd want it in writing first, so that I could be ashamed in private for a day before I had to talk.`,
    },
    {
      key: "4",
      to: "3",
      day: 2,
      by: "Slow Harbour",
      perspectives: [],
      text: "It's all right here. I've read this about ten times. In writing first: I'd never have thought of that. Did anybody ever write to you?",
    },
    {
      key: "5",
      to: "4",
      day: 2,
      by: "Ambrose",
      perspectives: ["experience"],
      standing: "worked",
      text: "Once, a Christmas card, with no message in it, only his name. I've still got it.",
    },
    {
      key: "6",
      day: 4,
      by: "Pilar in the mornings",
      perspectives: ["experience"],
      standing: "lived",
      text: "I went back, after two years, with a tin of biscuits. The nurse I was looking for had moved to another city. The one who opened the door didn't know me and was lovely about it, and we ate the biscuits on the bench outside. I'd go again for that. I wouldn't go again hoping for more.",
    },
    {
      key: "7",
      to: "6",
      also: ["1"],
      day: 5,
      by: "Slow Harbour",
      perspectives: [],
      text: "A bench I could do. I've looked at the place on the map in satellite view so far, which is a start. You can see the window.",
    },
    {
      key: "8",
      day: 9,
      by: "Fennel",
      perspectives: ["experience"],
      standing: "beside",
      text: "My daughter is on a ward now, day sixteen. I read her the bit about the window through the phone. She said there's one there as well, and that she's not telling me the rule. It's the first time she has laughed since she went in.",
    },
    {
      key: "9",
      to: "8",
      day: 9,
      by: "Slow Harbour",
      perspectives: [],
      text: "Tell her hello from the other window. And bring lip balm when you visit, the air is so dry. Nobody ever thinks of lip balm.",
    },
  ],
};
