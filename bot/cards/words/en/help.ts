export const help = {
  title: 'What you can say',
  stand: {
    title: 'Where we stand',
    mine: 'Your open items. Also: actions, overdue, blocked items, due this week',
    status: 'The recap as it would be now, for you only. Also: last recap',
  },
  owes: {
    title: 'Someone owes something',
    action: 'A new item. Then: done A-12, move A-12 to Tue, block A-12 no access',
  },
  wrong: {
    title: 'Something is wrong',
    issue: 'I ask for what is missing. Then: I-7, fix I-7, close I-7, issues',
  },
  week: {
    title: 'The week',
    askNow: 'Asks each owner about their own items',
    recap: 'The draft for the lead. Then: recap now. To rest: pause, resume. To end: delete project',
    alerts: 'For the lead: what is stuck, and when I raise it by myself',
    away: 'I ask Megan instead, and remind you of nothing. Then: back',
    reminders: 'For yourself, everywhere. To get them again: start reminders',
  },
  project: {
    title: 'The project',
    source: 'Where everything is, and how this project runs. To change it: setup',
    where: 'The answer from there. Also: how do we raise a change',
    add: 'A page more. Then: verify S-8, change S-8 https://…',
    anchor: 'The page as a card in the channel, which follows every change',
    pin: 'The page and the issues as tabs of the channel. To take them off: unpin',
  },
  addedMe: (name: string): string => `${name} added me. `,
  alwaysKnow: 'Always know where this project stands',
  onceAWeek:
    'Once a week I ask each owner about their own items, in their own chat. On Friday I post one recap here.',
  onlyMentions: 'I only read messages that mention me. Nothing starts before setup.',
  ownItems: 'Your own items, once a week',
  oneTap: 'On the project’s day I ask here about the items that you own: one tap each, ten seconds in all.',
  nothingElse: 'Nothing else comes, except when somebody finishes what you wait for.',
}
