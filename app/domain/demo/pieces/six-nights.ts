import type { DemoEssay } from "../types.ts";

export const sixNights: DemoEssay = {
  slug: "six-nights-in-a-house-without-a-staff-room",
  title: "Six nights in a house without a staff room",
  lead: "story",
  by: "Marigold Ferry",
  byKind: "thread_name",
  perspectives: ["experience"],
  standing: "lived",
  standpoint: "taught seven-year-olds for nineteen years",
  replyMode: "open",
  tags: ["peer support", "disability"],
  daysAgo: 11,
  text: `The ramp was a door. I mention it first because it was the first thing I saw: a panelled front door, painted green, with the letterbox still in it, laid over two steps and screwed down at the corners. Somebody had glued sandpaper on it in strips. I use a wheelchair and I have met a lot of ramps, and I sat at the bottom of this one and thought, well, either they want me here or they're going to kill me.

It's a bungalow on an ordinary street, with four bedrooms. Everyone who works there has been in a state themselves at one time or another, and they'll tell you so if you ask and not if you don't. I'd been given the number by my hairdresser, of all people. You ring, you talk with whoever picks up, and between you you work out whether to come. I'd been asked "are you safe?" by so many people in the previous week that I had an answer ready. The woman on the phone asked me what I'd had to eat.

I should say what kind of state I was in. I wasn't sleeping, I was frightened of the wardrobe, and I'd begun to write lists of people who'd be better off. My marriage had ended in spring, quite politely, and my body was doing one of the things it does. I had been through a hospital door for my nerves once before, years ago, and they hadn't known what to do about the chair. They put me in a room where I could reach the bed or the toilet but couldn't get from one to the other without calling somebody, and every time I called it went down on a sheet as "demanding".

There's no staff room in this house. I noticed it on the second day, when I was looking for where they went. They don't go anywhere. There's a kitchen table with a wipe-clean cloth, and whoever's on is at it, or is doing the washing-up, or is asleep on the sofa with a notice on the door that says ASLEEP, WAKE ME. I did wake him once, at four in the morning, a big man called Tunde with a jumper on inside out. I said I'd got frightened. He said, "Of what?" and I said the wardrobe, and he came and looked at it with me. We both looked at it for some time. Then he said he could take the doors off if that would help, he had the screwdriver out anyway from my ramp. He took them off. In the morning it was a shelf with a cardigan on it.

It would be easy to make it sound better than it was, so here's the rest. One of the other guests and I couldn't stand each other. She sang. The hot water ran out by nine. There was a meeting every evening about who'd cook, and it lasted longer than cooking would have. On the Thursday I said at the table what I'd been thinking about the lists, and the young woman who was on went quiet and white and said, "I'm going to need to ring Tunde, because that's close to home for me." For a minute I was furious. I'd come there to not be too much for people. Then she came back and said that she'd rung him, that she was staying, and would I mind if we peeled potatoes while we talked. So we did. I think it's the only time anybody has told me truthfully what I cost them and then sat down again.

Nobody there ever asked for my diagnosis. I've got two and I'm fond of one of them. On the fifth night I told them what it was anyway, and the singing woman said, "Oh, I had that," as if it were a make of car.

What they couldn't do: they couldn't prescribe anything, and I needed something to sleep. I rang my own doctor from the hall, and he was annoyed that I was "at that place", and then he sent it to the chemist's round the corner and Tunde wheeled me there. It helped, that has to be said. There are people in that house who think tablets are poison and people who carry them in a little box with the days on, and the rule is that you can talk about your own.

I went home on the Sunday. I had the same body and the same divorce. I wasn't frightened of the wardrobe, and I'd slept three nights out of six. In hospital that would have been called a partial response. The singing woman waved me off, singing.

I've since learned that the house is paid for one year at a time, and that every January they send out an envelope with a list of what they need. This year it says: light bulbs, a second-hand freezer, somebody who understands pensions, and a proper ramp. I've written to offer money for the ramp. I asked if I could have the door.`,
  comments: [
    {
      key: "1",
      day: 0,
      by: "Juniper Half",
      perspectives: ["experience"],
      standing: "worked",
      text: "I work in a house like this one. The meeting about who cooks is our central institution, please don't mock it. (It took us two hours on Monday. We had toast.)",
    },
    {
      key: "2",
      to: "1",
      day: 1,
      by: "Marigold Ferry",
      perspectives: [],
      text: "I taught primary school, I know a central institution when I see one. Ours was called Register.",
    },
    {
      key: "3",
      day: 2,
      by: "Brisk Walk",
      perspectives: ["debate"],
      text: "I'd like one of these in every town and I'd like to know who pays. Does anybody have figures for what a night there costs against a night on a ward? I sit on a local council and I can't take a story into the budget meeting, however good, and this is very good.",
    },
    {
      key: "4",
      to: "3",
      day: 3,
      by: "Juniper Half",
      perspectives: ["experience", "debate"],
      standing: "worked",
      text: "Less, but be careful with less. We get less because we're paid less and because nobody budgets for the night Tunde spends asleep on a sofa. If you take one number into the meeting, take the number of years your grant runs for. We spend every autumn not knowing if we'll exist.",
    },
    {
      key: "5",
      to: "4",
      day: 4,
      by: "Brisk Walk",
      perspectives: ["debate"],
      text: "Years. All right. That I can do something with, three-year agreements exist for the leisure centre.",
    },
    {
      key: "6",
      day: 6,
      by: "Wren at the Back",
      perspectives: ["experience"],
      standing: "lived",
      text: "I'm deaf and I stayed in a crisis house where nobody signed. They were as nice as yours and I was alone for four days. I typed at them on my phone. When you write to them about the ramp, would you ask if the door bell has a light?",
    },
    {
      key: "7",
      to: "6",
      day: 7,
      by: "Marigold Ferry",
      perspectives: [],
      text: "It doesn't. I thought hard about it and I can only remember a chime, a terrible one. I've put it in the letter, above the ramp. Nineteen years of seven-year-olds and it took me a week to notice who wasn't at that table.",
    },
  ],
};
