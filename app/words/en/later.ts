/** "Make it public at a random moment within the next day". */
export const later = {
  choice: "Make it public at a random moment within the next day",
  choiceMore:
    "Nobody can then tell from the hour who wrote it. Until that moment it stands among your drafts, where you can change your mind.",
  panel: {
    title: "It becomes public within a day",
    text: "At a random moment that we tell nobody, you neither. Until then it stands among your drafts, and the key below opens them.",
  },
  list: {
    title: "Becomes public within a day",
    text: "Each at a random moment. To become public without you, each is sealed with the house’s own secret: until then, whoever runs this place could open it.",
    now: "Publish it now",
    dont: "Don’t: make it a draft again",
    of: (title: string) => `: ${title}`,
  },
  returned:
    "This was to become public and could not be. Open it and look how it would stand: the page says what is in the way.",
  faults: {
    tooMany:
      "You have many pieces that become public later already. Wait until some have, or publish this one now.",
  },
};
