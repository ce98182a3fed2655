import type { DemoEssay } from "../types.ts";
import { deepBranch } from "./peer-work-deep.ts";
import { otherBranches } from "./peer-work-others.ts";

/** The first essay of the conversation; its thread is the long one. */
export const whoDoesThePeerWorkerWorkFor: DemoEssay = {
  slug: "who-does-the-peer-worker-work-for",
  title: "Who does the peer worker work for?",
  lead: "debate",
  by: "Teodor Vey",
  byKind: "pen_name",
  perspectives: ["debate", "experience"],
  standing: "worked",
  standpoint: "six years a peer worker, on two wards and in a day centre",
  tags: ["peer support", "working in services", "coercion"],
  daysAgo: 19,
  worksCited: [
    'Shery Mead, David Hilton, Laurie Curtis: "Peer support: a theoretical perspective", Psychiatric Rehabilitation Journal 25(2), 2001',
    "World Health Organization: One-to-one peer support by and for people with lived experience. WHO QualityRights guidance module. Geneva, 2019",
    "World Health Organization: Guidance on community mental health services: promoting person-centred and rights-based approaches. Geneva, 2021",
  ],
  text: `I have a lanyard. It's the same lanyard that everybody on the ward has, blue, with a clip that gives way if somebody pulls it. On it is a photograph of me and under the photograph it says PEER SUPPORT WORKER. On my first day a man who had been there for eleven weeks read it slowly, looked up, and said, "So who do you work for?"

I said, "For you." He laughed till he had to sit down.

I've had six years to think of a better answer. This is an attempt.

## What I was hired to be

Peer support began among people who had been through something and sat down together without anybody's permission. What was written about it early on is plain on one point: it rests on the two people being on a level, and it goes wrong when one of them starts to assess the other.[^1] International guidance now says much the same. The peer worker shouldn't be a junior clinician, shouldn't be asked to do things that go against the role, and shouldn't be used to get people to comply.[^2]

Then services began to hire us, and I'm glad they did. I'd been unemployed for five years. I got a wage, a pension, and somebody to cover for me when I was ill. I've sat with hundreds of people and some of them have told me it mattered.

## What I do

On Mondays I'm in the handover, where I hear what twelve people did over the weekend in words that none of them would use. I've learned to hear it without flinching. I'm told this is professionalism.

After every conversation I write a note. I'm required to. I've got good at it, I write "engaged well" and "discussed plans", and I leave out whatever I was told in confidence, as far as I can. But the person in front of me knows that I go to the office afterwards and type. Twice somebody has been kept in longer on account of a thing they said to me over a card game. In both instances I'd thought I was reporting good news.

When the alarm goes I have to respond. I don't lay hands on anyone, that's agreed. I "support the environment", which means I take the other people into the lounge and put the television on. I've stood in that lounge with my back against the door and the lanyard on, listening to somebody I'd played cards with an hour before, and turned the sound up.

That's the one I don't get past. Nobody has to be restrained in front of anybody, and that's my contribution.

## Nobody is wicked in this

My manager is a decent woman who fought for my post. The nurses are run off their feet. If I said that I wouldn't write notes they'd have to write two, and if I stood in the corridor during a restraint and watched I'd be in the way of people who are trying not to get anyone hurt. Every single thing I've been asked to do was reasonable on the day. It's only when I lay the days next to each other that I see whose side of the door they're on.

## What I'd change

I don't want peer workers out of the wards. People in there have few enough visitors. I want us to come in from somewhere else.

1. **Another employer.** We should be employed and supervised by organisations that are run by people like us, with a contract that lets us onto the ward and doesn't let the ward hire and fire us.
2. **No notes about people behind their backs.** If something has to be written, it's written with the person, and they keep a copy.
3. **No part in coercion, including the useful part.** We don't clear the lounge or talk somebody down into accepting an injection. If we're there when it happens, we stay with the person or we stay and see.
4. **The right to say so.** A peer worker who sees something wrong should have somebody to report it to who doesn't also write their reference.

There are places that work roughly in this way, and there's been guidance from the highest level describing some of them.[^3] They cost money and they're small. I've heard it said that the model doesn't scale. I'd like to point out that a lanyard scales wonderfully.

## Who I work for

I saw the man from my first day again this winter, in the queue at the chemist's. He'd been out for four years. He asked if I was still there, and I said yes. He asked me if I'd worked it out yet. I said, "They pay me and I try to work for you." He thought about that for a while. "That's all right," he said. "So long as you don't go telling people it's the same thing."

I'd very much like to hear from people who think that I have this wrong, above all from other peer workers, and from those of you who've been in that lounge with the television on.`,
  comments: [...deepBranch, ...otherBranches],
};
