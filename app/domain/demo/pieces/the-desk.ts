import type { DemoEssay } from "../types.ts";

export const fromTheDesk: DemoEssay = {
  slug: "a-question-from-behind-the-desk",
  title: "A question from behind the desk",
  lead: "debate",
  by: "Winnie Brack",
  byKind: "pen_name",
  perspectives: ["debate", "experience"],
  standing: "worked",
  standpoint: "a nurse on acute wards for twenty-two years",
  tags: ["coercion", "working in services", "hospital"],
  daysAgo: 10,
  answers: [{ slug: "i-want-the-keys", relation: "responds" }],
  worksCited: [
    "Parliamentary Assembly of the Council of Europe: Resolution 2291 (2019), Ending coercion in mental health: the need for a human rights-based approach",
    "World Health Organization and Office of the United Nations High Commissioner for Human Rights: Mental health, human rights and legislation: guidance and practice. Geneva, 2023",
  ],
  text: `I've read Marisol Tench on keys with the keys in my pocket. I have carried them for twenty-two years. You get a callus on the hip.

I want to answer her because she writes as if a restraint were a thing that happens in a meeting, and gets better when there's a policy. I know she knows better than that. But somebody from behind the desk should say what it looks like from there, and mostly we don't say anything, for reasons that will be clear from some of the comments I expect to get.

## A Sunday

It was a Sunday in February. There were three of us on for nineteen people, one of the three was from an agency and had never seen the building. A young man had been told by telephone that he couldn't see his children. He took the leg off a chair. He wasn't making for anybody in particular, but there was an old man in the way, with a frame, who was deaf and didn't turn round.

I've been through those forty seconds many times. With six staff I'd have had somebody with him from the moment the phone rang. With a peer worker who knew him I might have had one who'd have said the right thing, where I said "Put that down, Kieran." I'd like to live in the world with six. On that Sunday there were three and I pressed the button, and what followed was ugly, and the old man finished his walk to the toilet and never knew.

People in Strasbourg and Geneva have written that all this should end, and that the law should stop allowing it.[^1] [^2] I've read both, which I think would surprise them. I believe they're right about where we should be going. I ask them, and I ask Marisol, the question I ask everyone: who is standing where, on that Sunday, in your version?

I don't mean it as a trick. I'd like an answer with a number of people in it.

## What I've changed my mind about

I used to defend the seclusion room. I said that it was for other people's safety, and that some asked for it. Some did. Then we shut ours for eight weeks because of damp. I was sure there'd be injuries. There were two fewer than in the eight weeks before. We'd moved to sitting with people, because there was nowhere to put them, and it turned out that sitting with them was what the room had been saving us from. I had been wrong for nineteen years in front of everybody. No one said anything. They mended the damp and opened it again, and I put in a form against it, and lost.

So I don't trust my own certainty any longer, and I've noticed that this makes me slower with the button. I couldn't tell you whether slower is better. It was better with the woman last week.

## What I'd like from peer workers

I don't need anybody to watch me. Marisol's sixty-one awkward conversations are all very well, and I'd have them, I'd make the tea. What I need is somebody there at ten past two when the telephone rings, who says, "That was his wife's solicitor. Somebody should go and sit with him *now*." A peer worker told me once that she could hear it in how he put the receiver down. I've no doubt she could. She worked Monday to Friday.

Put them on nights and put them on Sundays. Pay them for it. I've been to three conferences on peer work and I've never heard the word Sunday.

## What I won't say

I won't say that I've never used force that I needn't have used. I'd like to. I once took hold of a girl's arm because I was tired and she'd called me something and she was going to the wrong door. It's in no record. She'd be forty now. If she is reading this, the door was the linen cupboard, and you could just as well have gone in.`,
  comments: [
    {
      key: "1",
      day: 0,
      by: "Linen",
      perspectives: ["experience"],
      standing: "lived",
      text: "I'm not her. I'm forty-one and somebody else took my arm at another door. I'd like you to know that I read your last line out loud.",
    },
    {
      key: "2",
      day: 1,
      by: "Marisol Tench",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: "An answer with a number in it: five on a Sunday, of whom one is a peer worker, and no agency staff on fewer than three shifts' acquaintance. I've costed it. It comes to rather less than what we pay in compensation and sick leave. And you're right, we work Monday to Friday, I've no excuse for it, I put it on the agenda this morning.",
    },
    {
      key: "3",
      to: "2",
      day: 2,
      by: "Winnie Brack",
      byKind: "pen_name",
      perspectives: ["experience"],
      standing: "worked",
      text: "Five. I'd have wept for five. If you get it, I'll come and carry your lanyards.",
    },
    {
      key: "4",
      day: 2,
      by: "Flint Year",
      perspectives: ["experience", "debate"],
      standing: "lived",
      text: `You tell it well and I notice that at the end of it I'm on your side of the desk, feeling for you. It's a good story and it has an old man with a frame in it. Most of mine had no old man. Most were about a door, a cigarette, or a word, like your girl.

So I don't accept the Sunday as the question. The law lets you do it on all the other days too, and it's written for the Sunday.`,
    },
    {
      key: "5",
      to: "4",
      day: 3,
      by: "Winnie Brack",
      byKind: "pen_name",
      perspectives: ["experience", "debate"],
      standing: "worked",
      text: "I've been cross about this for a day and a half, and I think it's because of \"written for the Sunday\". I can't give you the proportion. If I'm truthful it's more doors than old men. I still need to know what to do when it's the old man.",
    },
    {
      key: "6",
      to: "5",
      day: 4,
      by: "Flint Year",
      perspectives: ["debate"],
      text: "Then we each have a question the other one can't answer, and I'd say that's further than I have ever got with a nurse. I'm not going to change my mind. I'd have liked to be on your ward, in the damp.",
    },
  ],
};
