import type { DemoEssay } from "../types.ts";

export const myBrothersKettle: DemoEssay = {
  slug: "my-brother-s-kettle",
  title: "My brother's kettle",
  lead: "story",
  by: "Oyster Row",
  byKind: "pen_name",
  perspectives: ["experience"],
  standing: "beside",
  standpoint: "a sister, keeps the books for three boatyards",
  note: "a brother who wanted to die, and who is alive",
  replyMode: "open",
  tags: ["families", "coercion"],
  daysAgo: 17,
  text: `My brother has read this. He took out two sentences and corrected a date. The sentence he asked me to put in comes near the end, and I'll say when.

For about a year and a half I rang him every day at ten to seven, before work. I had a rule for it that he didn't know. I'd ask him something that needed the kettle, such as whether he had tea in, and then I'd keep talking until I heard it click off. If I heard the click he'd got out of bed, he was in the kitchen, there was water and electricity, and there'd be at least the next ten minutes. I wrote K in my diary. I'm a bookkeeper. I have eighteen months of Ks.

He'd told me in the first winter that he wanted to die. He said it while we were clearing our father's garage, holding one end of a workbench. I said don't be daft and we carried the bench out. I've gone over that a good deal. What I felt was that if I put my end down, everything would come down.

After that I did what I thought you do. I went through his bathroom cabinet when he was at the shop. I counted things. I rang his doctor, who couldn't tell me anything, and I said that I was telling *him* something, and he said he'd note it. I read on the internet until three in the morning. I looked at my brother across tables with my face arranged. He told me much later that the face was the worst thing, worse than the cabinet, because when I looked at him like that he felt he had already died and I was being brave about it.

The neighbour underneath, Mr Aziz, knew nothing about any of it as far as I'm aware. He'd noticed that the bins weren't going out, so he put out two sets. Then he started knocking on bin night and saying "Bins!", and my brother would come down in his socks and they'd do it together. I was jealous of Mr Aziz, and I still don't know why I never thought of the bins.

In the second November I signed. Where we live a relative can apply to have somebody taken in, two doctors have to agree, and they did. I'd rung at ten to seven and there was no click, and when I got there he was in the bath with his clothes on and no water in it, and he wouldn't say anything at all. I've since been told by people who know more than I do that there were other things I could have tried that morning. There may have been. I had a telephone and a form.

He was in for nineteen days and then he didn't speak to me for seven months. He sent a card to my son on his birthday, addressed to him alone, so I knew he was alive in June. I kept ringing for a while at ten to seven until he had the number changed.

What I did in those months was go to a group for relatives in a room over a bank. I went in order to be told that I had done right. Several people told me so at once, and it didn't help for as long as the walk home. The person who helped was an old man whose wife had been in and out for forty years. He asked me what my brother and I used to do together before we did this. I said we used to go and look at boats that we couldn't afford. He said, "Well, there are still boats."

So I wrote a postcard with the dates of the boat jumble on it, no message, and went and stood by the tea van, and he didn't come. He came the year after. We looked at a clinker dinghy with a rotten transom and he said, "You'd want your head examined," and then we had to hold on to the boat, we laughed so much. A child stared at us.

Here is the sentence he wants in: *I was not saved by being locked up, I was locked up and then later on I got better, and my sister still thinks these are the same thing.*

I don't, quite. I think that he's alive and that I'll never know. He thinks I took something from him which belonged to him, and that I took it with the best intentions, and that I'd do it again. He's right about all of that, including the last part. We've agreed to leave it there. It comes up about twice a year, generally in the car.

He has written a paper now about what he'd want if it got like that again. It says who's to be rung. I'm third, after Mr Aziz and a woman from his swimming group, and it says that I'm to be asked to bring food and to keep my face normal. I've practised.

I still wake at twenty to seven. I make my own tea and listen to the click.`,
  comments: [
    {
      key: "1",
      day: 0,
      by: "Two Lefts",
      perspectives: ["experience"],
      standing: "lived",
      text: `I'm somebody's brother in this. I want to say it gently, because you wrote it so fairly: my sister counts too, and I know every time. It's like living with a meter on you.

The bins, though. If she came round and said "Bins!" I'd go down in my socks.`,
    },
    {
      key: "2",
      to: "1",
      day: 0,
      by: "Oyster Row",
      byKind: "pen_name",
      perspectives: ["experience"],
      standing: "beside",
      text: "He says the same about the meter. Could you tell her about the socks? I'd have given a lot to be told.",
    },
    {
      key: "3",
      to: "2",
      day: 2,
      by: "Two Lefts",
      perspectives: ["experience"],
      standing: "lived",
      text: 'I sent her your piece with no comment. She wrote back "I see" and then, an hour later, "what day are your bins".',
    },
    {
      key: "4",
      day: 1,
      by: "Harriet, third floor",
      perspectives: ["debate"],
      text: "I don't think a relative should have that form in a drawer at all. I mean the law and I don't mean you. It makes the person who loves you most into the person who can have you taken away, and then everybody wonders why people stop answering the phone. Let the state send its own officer, and let sisters be sisters.",
    },
    {
      key: "5",
      to: "4",
      day: 2,
      by: "Oyster Row",
      byKind: "pen_name",
      perspectives: ["experience", "debate"],
      standing: "beside",
      text: "I've thought about this since you wrote it. On that morning I wanted the form, I was glad there was one. If there had been an officer I'd have rung the officer and it would have been me all the same. But he could have hated the officer.",
    },
    {
      key: "6",
      to: "5",
      also: ["1"],
      day: 3,
      by: "Harriet, third floor",
      perspectives: ["debate"],
      text: "He could have hated the officer. That's my whole argument and you have put it better than I did.",
    },
    {
      key: "7",
      to: "4",
      day: 6,
      by: "Cardamom",
      perspectives: ["experience"],
      standing: "beside",
      text: "Where I come from there's no officer and no form, there's only the family and a padlock. I would have been grateful for two doctors and nineteen days. I'm not saying you're wrong. I'm saying that the officer who comes in place of the family has to exist first.",
    },
    {
      key: "8",
      day: 5,
      by: "Old Rope",
      perspectives: ["experience"],
      standing: "lived",
      text: "I wanted to die for most of my forties and my wife knew. She never once arranged her face, she'd just say \"is it bad today\" in the same way she'd ask about my knee. I'm sixty-eight. The knee's worse.",
    },
    {
      key: "9",
      to: "8",
      day: 7,
      by: "Oyster Row",
      byKind: "pen_name",
      perspectives: [],
      text: "I read this out to him in the car. He says to tell you that's how to do it, and to get the knee seen to.",
    },
  ],
};
