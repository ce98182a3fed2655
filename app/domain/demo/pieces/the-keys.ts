import type { DemoEssay } from "../types.ts";

export const iWantTheKeys: DemoEssay = {
  slug: "i-want-the-keys",
  title: "I want the keys",
  lead: "debate",
  by: "Marisol Tench",
  byKind: "pen_name",
  perspectives: ["debate"],
  standpoint: "leads a team of nine peer workers inside a public service",
  tags: ["peer support", "working in services"],
  daysAgo: 16,
  answers: [{ slug: "who-does-the-peer-worker-work-for", relation: "disagrees_in_part" }],
  worksCited: [
    'Sherry R. Arnstein: "A Ladder of Citizen Participation", Journal of the American Institute of Planners 35(4), 1969',
    "World Health Organization: Peer support mental health services: promoting person-centred and rights-based approaches. Geneva, 2021",
  ],
  text: `Teodor Vey has written the most honest thing about our work that I've read, and I agree with him that nobody should write notes about people behind their backs, that none of us should be clearing lounges, and that a peer worker needs someone safe to complain to. That's three of his four points. The fourth one is his first, another employer, and I think it's a mistake.

I lead nine peer workers. All of us are employed by the service. We have the same contract as the nurses, the same pension, the same union. It took eleven years to get that, and for the first four of them we came in from outside, exactly as Teodor proposes, with a contract that let us onto the ward and visitors' badges that stopped working at five.

## What outside was like

We were pure. We had our own office over a carpet shop, our own supervision, a lovely statement of values. We weren't in the handover, so we heard about things three days later. We weren't in the meeting where the new seclusion room was planned, we learnt of it when we saw the door. When one of us was worried about a person she had to fill in a form to ask a question of somebody who was standing next to her. Nobody listened to us and nobody minded us. I remember the ward manager telling a visitor that we brought "a bit of colour".

There's an old drawing of a ladder with eight rungs that I show to new colleagues.[^1] At the bottom you are being handled. In the middle you're consulted, you get to speak, and somebody else decides. Only on the top three do you have a share in deciding. Outside we were in the middle of that ladder, and we mistook the fresh air for height.

## What inside has been like

I sit on the panel that appoints the consultants. I've asked every candidate for seven years the same question, which is what they'd do differently after the last time they were wrong about somebody. Two have walked out. One of those who stayed is now the clinical lead.

I sat in the meeting about the second seclusion room, and I asked for the figures of the first one, and nobody had them. It took five months to get them. When we had them the second room became a room with a sofa. I'd love to say it was lived experience that won it. I was on the distribution list.

I can be sacked, of course. So can everyone else on the panel. There's a procedure for it, and a union representative called Kev. Teodor's peer worker from outside can't be sacked by the ward, that's true. All that the ward needs to do is let the contract end, and nobody has to give a reason for that or look anybody in the eye.

## What I concede

It costs something, and I ought to say what. I have learnt to talk like them. I caught myself last month saying "flow". There are people who won't speak to any of my team because of the lanyard, and they're right from where they sit, so we pay for an advocate from outside who has nothing to do with us. I'd never want us to be the only ones there. Where guidance describes good services it describes quite different set-ups, some of them outside and some of them in, and what the good ones share is that the peer workers run them or are at the table where they're run.[^2]

And I concede that I'm a person who can stand meetings. Somebody who can't isn't less of a peer.

## The part where we really differ

I think that what he's describing is loneliness. He was one peer worker on a ward of forty staff. In that position you have three choices: you can go native, go under or go home. If there had been four of him and one of them had been in charge of something, I don't believe he'd have been in the lounge with the remote control. He would have been in the corridor with a colleague, and there would have been a policy with his name on it that said so.

Ours says so. It's two pages long. It took three years. Any peer worker may be present at any restraint and no one may send them out. We were told that it would lead to chaos, and it's been used sixty-one times and has led to a lot of awkward conversations afterwards.

We couldn't have done it from over the carpet shop.`,
  comments: [
    {
      key: "1",
      day: 1,
      by: "Copper Pan",
      perspectives: ["experience"],
      standing: "lived",
      text: "Sixty-one times. I'd like to know about the people at the sixty-one. Did anybody ask them if they wanted a peer worker looking on?",
    },
    {
      key: "2",
      to: "1",
      day: 1,
      by: "Marisol Tench",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: "Afterwards, yes, every time, somebody who wasn't there asks. About two thirds say they were glad. Nine said they weren't and five of those said they'd rather nobody had seen. It's in the policy now that you can write in advance that you don't want us.",
    },
    {
      key: "3",
      to: "2",
      day: 2,
      by: "Copper Pan",
      perspectives: ["experience"],
      standing: "lived",
      text: "I'd be one of the five. But I'd like being asked.",
    },
    {
      key: "4",
      day: 2,
      by: "Sorrel",
      perspectives: ["experience", "debate"],
      standing: "worked",
      text: "I worked over that carpet shop, or one just like it, and I'd go back tomorrow. You count what was decided. I count who came up the stairs. People who had sworn never to speak to a service again came up those stairs, because it smelt of carpet and there was nobody from the hospital in it. Where do they go in your model?",
    },
    {
      key: "5",
      to: "4",
      day: 3,
      by: "Marisol Tench",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: "They go up the stairs, if the stairs are still there. I'd pay for both. When there was money for one I voted to go in, and I know what happened to the stairs. I don't tell that part as often as I should.",
    },
    {
      key: "6",
      to: "5",
      also: ["4"],
      day: 5,
      by: "Teodor Vey",
      byKind: "pen_name",
      perspectives: ["debate"],
      text: `I said I'd answer here. You've moved me on loneliness. I hadn't seen that half of what I put down to the employer was really that there was one of me.

You haven't moved me on the contract. Your policy is worth having and it stands as long as you do, and the clinical lead, and Kev. I'd like it to stand when all three of you have gone and somebody new arrives who likes flow.`,
    },
    {
      key: "7",
      to: "6",
      day: 6,
      by: "Marisol Tench",
      byKind: "pen_name",
      perspectives: [],
      text: "Kev retires in May. I've gone quite cold. We'll talk.",
    },
  ],
};
