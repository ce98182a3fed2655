import type { DemoEssay } from "../types.ts";

/** Republished: it stood elsewhere before. */
export const aRoomFirst: DemoEssay = {
  slug: "a-room-first",
  title: "A room first",
  lead: "debate",
  by: "Cellar Archive",
  byKind: "pen_name",
  perspectives: ["debate", "experience"],
  standing: "worked",
  standpoint: "types up old newsletters from a cellar",
  tags: ["housing", "families"],
  daysAgo: 38,
  republished: {
    originalAuthor: "Agnes Thornlea",
    source: "The Lamplighter, a tenants' newsletter, spring 1998",
    licence: "Republished with leave of her daughter; please don't copy it elsewhere",
  },
  text: `*I found this in a box of stencilled newsletters. The group that made them is long gone. I've changed nothing except the spelling of "kettle", which she got wrong twice.*

For eleven years I've been warden of a house with fourteen rooms. I was never trained for it. I was a dinner lady and my knees went. When I applied, the gentleman asked what I would do if a tenant became disturbed, and I said I'd ask him what was disturbing him, and I think they had no one else.

In those eleven years the people who send us tenants have had four different systems for it. In the first a person had to be well. In the second they had to be ill but not too ill. In the third they had to have a plan, signed, with goals in it. In the fourth, the present one, they have to be *ready*, and there's a scale for that which goes up to ten. I had a man last autumn who'd slept two years in a bus shelter. He was a four. He was told that when he'd attended a group on Looking After Your Home for twelve weeks he might be a six.

I would like somebody to explain to me how you look after your home in a bus shelter.

I put him in number nine without asking anyone, because number nine was empty and it was November. I'll be truthful about how it went. For three weeks he slept on the floor beside the bed. He was sick in the sink. He shouted at the pigeons. Mrs Lowe in number eight came down to me in her hairnet and said it was him or her, and I said, "Give it till Christmas." I'd no reason to say Christmas. In the middle of December he asked me where you got a plug for a bath.

Now he pays his rent, late. He still shouts at the pigeons, but he opens the window first so as not to disturb Mrs Lowe. He has never set a goal that I know of. He has got a plug.

I don't say that a room cures anybody. I've had people in these rooms for years who were as tormented at the end as on the day I gave them the key, and one who died here, God rest him, and a good few who would have been ill in a palace. What I say is that I have never seen one soul get better *first*, out there, and come in after. They tell me at the office that it happens. I've asked to meet one.

People say to me, and Mrs Lowe has said it, that it's not fair on the other tenants. It isn't always. I've got an old lady on the ground floor who's frightened of noise because of what she's been through, and I have to think about her every time I fill a room. I've turned a man away on her account, and I have thought about him every day since. If there were more houses I'd not have had to choose between them, and that is the point I'd make to the gentleman if he were to come back: you've given me a scale for measuring people when what I was short of was doors.

So here are my proposals, for what a dinner lady's are worth. Give a person the room and then ask what they'd like. Let them say nothing and have the room all the same. Let the nurse and the social worker knock, and let them be told to go away, and let them come back next week and knock again, without it going on a sheet of paper. Have fourteen doors and not forty. And have somebody on the ground floor, awake, with a kettle.`,
  comments: [
    {
      key: "1",
      day: 1,
      by: "Third Landing",
      perspectives: ["experience"],
      standing: "lived",
      text: "I was told I wasn't ready for a flat in 2019. I asked what ready looked like and they showed me a leaflet with a picture of a flat.",
    },
    {
      key: "2",
      day: 4,
      by: "Hollis B.",
      perspectives: ["debate"],
      text: "She was describing, without the name, what people were already trying elsewhere and what a good many countries have since put money into. It works well for keeping people housed, and much less clearly for everything else, and she says exactly that in one paragraph. I've read whole reports that didn't manage it.",
    },
    {
      key: "3",
      to: "2",
      day: 5,
      by: "Cellar Archive",
      byKind: "pen_name",
      perspectives: [],
      text: "There are nine more boxes. In the summer issue of the same year Mrs Lowe writes a reply.",
    },
    {
      key: "4",
      to: "3",
      also: ["1"],
      day: 5,
      by: "Third Landing",
      perspectives: [],
      text: "You can't leave it there. I need to hear Mrs Lowe.",
    },
  ],
};
