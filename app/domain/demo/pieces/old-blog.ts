import type { DemoEssay } from "../types.ts";

/** Looks as an import from a blog looks: sorted by a guess, with places of which the words are lost. */
export const tiredOfExplaining: DemoEssay = {
  slug: "i-take-the-tablets-and-im-tired-of-explaining-it",
  title: "I take the tablets and I'm tired of explaining it",
  lead: "story",
  by: "Bea on the Bay",
  byKind: "imported",
  perspectives: ["experience"],
  tags: ["medication", "peer support"],
  daysAgo: 3912,
  text: `I go to a peer group on Wednesday nights and I love those people, and I have started sitting in the car park until five past so that I miss the go-round.

In the go-round everybody says how they're doing. Somebody will say they've been off everything for three weeks now, or three years, and there's a warm noise. It's a real noise and I make it too, because I know what it took. Then it's me. I say I'm fine, I've been on the same thing for nine years, I sleep, I have a job in a garden centre and a bad-tempered dog. And there's this little pause. It's about as long as it takes to swallow. Then somebody says, "And how do you feel about that?"

I feel fine about it! I have had to develop feelings about it only since I started coming.

I don't want to pretend I was hard done by. No one has ever said a rude word. It's more that there is a story in the room, and the story goes: they told us we were ill, they gave us things that made us fat and slow, then we woke up. I believe every person there who tells it. Some of what was done to them makes me want to break a window. But it isn't what happened to me. I was ill, by which I mean I couldn't read a page or butter bread, from the age of nineteen to twenty-six. I tried talking, running, a vegetarian year, and God. Then a tired doctor with ink on his cuff gave me something, and about two months later I was standing in the kitchen and noticed that I'd eaten a pear. I had got up, gone to the bowl, chosen one and eaten it. I cried so loudly that my landlady came.

I'm not a company's idea of a success. I've got a tremor, I've put on what I've put on, and I have a blood test every three months from a nurse who can't find the vein. I'd read the leaflets when I was twenty-six and I have read a great deal more since, including the books that are passed round in our group with the corners turned down. I know that nobody can show me the thing in my brain that it is supposed to be correcting. I don't take it because of a theory, I take it because of the pear.

The thing that I find hard to say on Wednesdays is that I'm frightened of them a bit. I'm frightened that one evening I'll be tired and they'll be so kind and so sure, and I will go home and stop to please them, the way I once started smoking.

There's a woman called Jan in our group who came off hers four years ago, and it cost her a winter that I wouldn't wish on anyone. I drove her to the sea twice a week because she said it was the only thing loud enough. She's the best person I know. Last spring, over the washing-up, she asked me, "Don't you ever want to know who you'd be without it?" I said that I'd met her and she couldn't butter bread. Jan laughed. Then she said, "I always wanted to meet mine," and we went on drying. It's possible that the two of us have different illnesses with the same name. Neither of us was ever told how anyone would find out.

So here is what I'd like from my friends. When I say nine years, make the noise.

And I'll tell you my half of it, because it's only fair. Last month a new man came, a big quiet lad with his sleeves pulled over his hands. He said that he was on the same thing as me and it had taken away his music. He used to play the fiddle and now he could play it and it was only notes. I opened my mouth and what I had ready to say was, "Give it time, I'm on that, I'm fine." I had the exact pause in me that I've been complaining about. I could feel myself doing it to him.

I made the noise instead. It came out a bit late, but I made it.`,
  comments: [
    {
      key: "1",
      day: 1,
      by: "rustyhinge",
      perspectives: ["experience"],
      text: "Nine years. *makes the noise*",
    },
    {
      key: "2",
      day: 1,
      by: "Professor Plum",
      perspectives: ["debate"],
      text: "With respect, you say yourself that nobody can show you what it corrects. Doesn't it bother you that a whole industry rests on people having had a pear?",
    },
    {
      key: "3",
      to: "2",
      day: 1,
      by: "Bea on the Bay",
      perspectives: ["experience"],
      text: "It bothers me a good deal on weekdays. It doesn't bother me at breakfast.",
    },
    {
      key: "4",
      to: "2",
      day: 2,
      empty: "removed",
    },
    {
      key: "5",
      to: "4",
      day: 2,
      by: "rustyhinge",
      perspectives: [],
      text: "Let's not, please. He asked a real question, and she answered it. You can think he's wrong without going into what you reckon is the matter with him.",
    },
    {
      key: "6",
      day: 3,
      empty: "missing",
    },
    {
      key: "7",
      to: "6",
      day: 4,
      by: "fiddler_maybe",
      perspectives: ["experience"],
      text: "No, it wasn't me, I'm in another country. But I did read this three times to see if it was me. My music came back on a different one, for what it's worth, and so did some other things that I'd rather it hadn't. I kept the music.",
    },
    {
      key: "8",
      to: "6",
      day: 4,
      by: "Marguerite T",
      perspectives: ["experience", "debate"],
      text: "I agree with you that groups should not cheer for either. In ours we've made it a rule: you can say what you take or don't take, and people say \"thanks\" and it goes on to the next chair. It was odd for a month. Now two people come who never dared to, one of each kind.",
    },
    {
      key: "9",
      to: "8",
      day: 5,
      by: "Bea on the Bay",
      perspectives: [],
      text: '"Thanks" and the next chair. I\'m going to bring that on Wednesday. I might even come in on time.',
    },
    {
      key: "10",
      day: 11,
      empty: "taken_back",
    },
    {
      key: "11",
      to: "10",
      day: 12,
      by: "Bea on the Bay",
      perspectives: [],
      text: "I'm so glad you wrote this. Take it down again whenever you want to, I've read it and I won't forget it.",
    },
  ],
};
