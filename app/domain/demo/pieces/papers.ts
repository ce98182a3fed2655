import type { DemoEssay } from "../types.ts";

/** Grew out of a comment in the long thread. */
export const aPaperThatBinds: DemoEssay = {
  slug: "a-paper-of-mine-that-they-have-to-obey",
  title: "A paper of mine that they have to obey",
  lead: "debate",
  by: "Rukmini Sarkhel",
  byKind: "pen_name",
  perspectives: ["debate"],
  standpoint: "drafts contracts for a living, was detained once",
  tags: ["advance directives", "coercion"],
  daysAgo: 13,
  answers: [{ slug: "who-does-the-peer-worker-work-for", comment: "a13", relation: "grew_out_of" }],
  worksCited: [
    "United Nations: Convention on the Rights of Persons with Disabilities, 2006, article 12",
    "Committee on the Rights of Persons with Disabilities: General comment No. 1 (2014), Article 12: Equal recognition before the law. CRPD/C/GC/1",
    'Claire Henderson and others: "Effect of joint crisis plans on use of compulsory treatment in psychiatry: single blind randomised controlled trial", BMJ 329, 2004',
    'Graham Thornicroft and others: "Clinical outcomes of Joint Crisis Plans to reduce compulsory treatment for people with psychosis: a randomised controlled trial", The Lancet 381, 2013',
  ],
  text: `I have the title from Copper Lantern, who asked in a comment for "a paper of mine, one that I write when I'm well and they have to obey". I draft contracts, so I know a little about papers that people have to obey. I've also spent twelve days in a place where no paper of mine counted for anything, including a bus pass.

In most countries you can write down today what should be done with your body if you're unconscious tomorrow, and a surgeon who ignores it is in trouble. In a good many of the same countries you can write down what should be done if you're in a crisis of the mind, and it will be "taken into account". I've drafted that phrase myself, on behalf of clients who intended to do nothing whatever.

## The principle

The Convention says that disabled people have legal capacity on an equal basis with others.[^1] The committee that watches over it reads this to mean that a diagnosis can't be what switches your decisions off, and that planning in advance is one of the forms of support which should be open to everybody, on equal terms.[^2] Governments dispute parts of that reading. I don't need all of it. I need only this much: if a statement binds when it is about a ventilator, the word "psychiatric" on the cover shouldn't be what unbinds it.

## The drafting

Here's what I would put into law. I've tried to keep it to what could be read aloud at two in the morning by a tired person.

1. A person may state in advance which treatments they refuse, which they accept, where they want to be, whom to call, and who speaks for them.
2. It's signed in front of a witness, who states only that the person seemed to know what they were signing. No doctor needs to approve it.
3. A refusal binds. To go against it, somebody has to persuade a court the same day, and has to show that following it would put *another* person in serious danger.
4. Whoever goes against it without a court has acted without consent, with all that follows from that.
5. The person can change it at any time, in the same way in which they made it.

## The hard objections

*People will refuse everything and die of it.* Some will refuse a great deal. Where people have been asked to write such plans together with those who treat them, hardly anybody refuses everything. They write down which tablet made them ill, who should feed the cat, and that they want to be told what's happening. In one trial people with such a plan were detained less often.[^3] In a later and larger one there was no difference, and those who ran it thought that the plans had often not been honoured, or not even opened.[^4] I read the two together as a contract lawyer would. An agreement that one side needn't keep does about as much as you'd expect.

*Which of the two is the real person, the one who signed or the one who is shouting now?* I'm asked this at every dinner. I was both. The one who was shouting wanted to go home, and so had the one who signed. I find that people bring up this riddle chiefly where the answer would cost something.

But I'll give it its due, because there is a version I can't get round. A woman wrote to me who had bound herself the other way. She had signed that she should be treated early, by force if needed, whatever she said on the day. And on the day she said no, and they went ahead, on the strength of her paper. She isn't sure that she was wrong. She says it felt as if she'd been arrested by herself. I would let a refusal bind, and I'd not let a person sign away tomorrow's no. I know that's lopsided. I've tried for a month to make it symmetrical and each attempt frightened me more than the last.

*Nobody will read it at two in the morning.* This is the objection that I respect most, and I've no clause for it.

## What to do before the law changes

Write one anyway. Give it to three people who answer the telephone. Put the cat on the first page, because the cat gets read.`,
  comments: [
    {
      key: "1",
      day: 1,
      by: "Copper Lantern",
      perspectives: ["experience", "debate"],
      standing: "lived",
      text: "I've come to take it to pieces, as invited, and I can't find anything to take out of number four. I must have read thirty laws about people like me and it's the first with my end of it in it. Three worries me. Which court, on a Sunday?",
    },
    {
      key: "2",
      day: 1,
      by: "Bound Twice",
      perspectives: ["experience"],
      standing: "lived",
      text: `I think I may not be the woman who wrote to you, but I'm another. I signed for force, and I'd sign again, because the alternative for me is that I lose my children's trust every second spring. You'd take that paper away from me in the name of my freedom. I do see the lopsidedness. I'd like you to be frightened a bit longer.`,
    },
    {
      key: "3",
      to: "2",
      day: 3,
      by: "Rukmini Sarkhel",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: 'I\'ll be frightened longer. Would it change anything for you if there were a person named in the paper, somebody you chose, who had to look at you on the day and say "yes, now"? Then it would be neither the doctor nor only the paper.',
    },
    {
      key: "4",
      to: "3",
      day: 4,
      by: "Bound Twice",
      perspectives: ["experience"],
      standing: "lived",
      text: "My sister. She'd hate it. But yes, that would be better than what I have. Then you'd be taking away less and I'd be signing less.",
    },
    {
      key: "5",
      to: "4",
      also: ["1"],
      day: 5,
      by: "Rukmini Sarkhel",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: "Then I was wrong to close that door, and I'm redrafting. It'll be a 3a. I'm sorry about your sister.",
    },
    {
      key: "6",
      day: 6,
      by: "Dr. Sleepless",
      perspectives: ["debate", "experience"],
      standing: "worked",
      text: "I'm one of the tired people at two in the morning. I'd follow it if I could find it. We have four computer systems and a fax. I don't say that to be funny, it really is a fax.",
    },
  ],
};

export const whoReadsIt: DemoEssay = {
  slug: "who-reads-it-at-two-in-the-morning",
  title: "Who reads it at two in the morning",
  lead: "debate",
  by: "Hanneke of the Polder",
  byKind: "pen_name",
  perspectives: ["debate", "experience"],
  standing: "worked",
  standpoint: "social worker on the night rota of a small town",
  tags: ["advance directives", "working in services"],
  daysAgo: 6,
  answers: [{ slug: "a-paper-of-mine-that-they-have-to-obey", relation: "follows_up" }],
  text: `Rukmini Sarkhel says that she has no clause for two in the morning. I've got no clause either, but I have a fridge.

I do nights in a town of thirty thousand. When somebody's in a bad way and the police or a neighbour or their own mother rings, I'm one of the two people who go. Four years ago some of those whom we kept meeting told us that they'd all made plans, crisis cards, statements, with this worker or that one, and that in not one instance had the people who came through the door known about it. I was one of the people who came through the door. I went and looked. For eleven of fourteen there was a plan. It was in the system under "Documents, other".

So we sat down with them, in the back of the library, and asked where we'd look. A man who has been detained more often than anyone else in the district said, "You always open my fridge." It was true. We do. You come in, somebody's in trouble, you want to know if they've been eating, you open the fridge. So that's where the papers are. There's a yellow jar on the middle shelf with a lid, and it's got a sheet of paper in it. Ambulance crews here have known the jar for years, from old people's heart pills. We only had to ask them.

## What's on the sheet

They fought about it for five evenings. There had to be one side only, in handwriting if possible, because a typed one looks like ours. At the top it has a name and what you like to be called. Then three lines: *What helps. What makes it worse. Who to ring.* Then whatever you want.

I can tell you some of what makes it worse, they've let me. Shoes on the rug. Two people talking at once. "Calm down." One of them has written: *Standing between me and the window. I am not going to jump, I am looking at the pear tree.*

We have used the jar thirty-seven times so far. I kept a list for the library evenings. In twenty-two of these nobody was taken anywhere. I can't tell you what it would have been without it, we've no trial, there are two of us and a Skoda.

## What it doesn't do

It doesn't bind anyone. I've gone against a jar twice. Both times I'd read it first, and I said to the person, "I've read that you don't want this and I am going to do it," and I've explained myself afterwards in the library in front of everybody. That was a good deal worse than court. One of the two speaks to me. I would be for Rukmini's law, with the 3a, if it comes. I believe that I'd have gone before her judge on one of those nights and not on the other, which tells me something about the other.

What I'd like to add to her draft is smaller. A right on paper needs a shelf. Whoever writes the law should have to say in it who'll open which door, in what order, and where they'll look first, and they should ask that of the people whose door it is, since those have watched us do it.

And it has to be dull. The jar works because we'd have opened the fridge anyway.

There's one more thing. My own jar has been in my fridge for a year. I wrote it so that I could say I'd done it, and the first two lines took me a minute. Then I sat over *Who to ring* for an entire evening. I've been the one who's rung for so long that I couldn't think of a name.`,
  comments: [
    {
      key: "1",
      day: 1,
      by: "Rukmini Sarkhel",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: '"A right on paper needs a shelf" goes into the next draft, with your name on it or without, as you like. I\'m ashamed at how happy the fridge makes me.',
    },
    {
      key: "2",
      day: 2,
      by: "Pear Tree",
      perspectives: ["experience"],
      standing: "lived",
      text: "It's my line about the window and I said she could use it. The first time somebody came in and read it she took two steps to the left. I could have kissed her. I'm told it would have made it worse.",
    },
    {
      key: "3",
      to: "2",
      day: 3,
      by: "Hazel Post",
      perspectives: ["experience"],
      standing: "beside",
      text: "Is it for the person only, or can a family have one too? I think that ours would say: don't speak to me over her head.",
    },
    {
      key: "4",
      to: "3",
      also: ["2"],
      day: 4,
      by: "Hanneke of the Polder",
      byKind: "pen_name",
      perspectives: ["experience"],
      standing: "worked",
      text: "Nobody has asked yet. I'd say it needs two jars. And I did think of a name in the end, thank you to the three of you who asked me by way of the library.",
    },
    {
      key: "5",
      day: 5,
      by: "Mild Sceptic",
      perspectives: ["debate"],
      text: "I've no fridge. I say that for myself and for the other six on my floor. There is a shared one, with padlocks. I like the jar, I would just ask whoever copies it to have somebody from a hostel at the library as well.",
    },
  ],
};
