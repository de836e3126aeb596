import type { DemoWeek } from './script'

/** The two weeks before the running one. The running week is left for whoever tries `ask now`. */
export const demoWeeks: readonly DemoWeek[] = [
  {
    week: -2,
    asked: '-2 Thu 10:00',
    answers: [
      {
        at: '-2 Thu 10:12',
        by: 'Isaiah Langer',
        says: {
          'A-2': {
            why: 'The old system counts part deliveries twice, so the extract needs a second pass',
            newDate: '-1 Wed',
          },
          'A-12': 'on track',
        },
      },
      { at: '-2 Thu 10:25', by: 'Megan Bowen', says: { 'A-11': 'on track' } },
      {
        at: '-2 Thu 11:02',
        by: 'Adele Vance',
        says: { 'A-3': 'on track', 'A-10': 'on track' },
        comment: 'Our security board meets on Wednesdays. I have put the firewall on next week’s list.',
      },
      {
        at: '-2 Thu 13:40',
        by: 'Lynne Robbins',
        says: { 'A-4': 'on track', 'A-8': 'on track' },
      },
      { at: '-2 Thu 14:15', by: 'Alex Wilber', says: { 'A-7': 'on track' } },
      {
        at: '-2 Fri 09:21',
        by: 'Megan Bowen',
        says: {
          'A-11': {
            why: 'One of the carriers answers only after their busy days',
            newDate: '0 Wed',
          },
        },
      },
    ],
    posted: '-2 Fri 15:00',
  },
  {
    week: -1,
    asked: '-1 Thu 10:00',
    answers: [
      {
        at: '-1 Thu 10:08',
        by: 'Isaiah Langer',
        says: {
          'A-2': {
            why: 'Part deliveries are right now, but blanket orders from before the last upgrade have no line dates',
            newDate: '1 Tue',
          },
          'A-12': 'no change',
        },
        comment: 'The ledger is off by the freight accruals only. I need an hour with Patti’s team.',
      },
      {
        at: '-1 Thu 10:31',
        by: 'Patti Fernandez',
        says: { 'A-6': 'on track', 'A-9': 'on track', 'A-15': 'on track' },
      },
      { at: '-1 Thu 10:40', by: 'Megan Bowen', says: { 'A-11': 'on track' } },
      {
        at: '-1 Thu 13:05',
        by: 'Adele Vance',
        says: {
          'A-3': {
            why: 'The security board sent it back: it wants a data flow diagram first',
            needs: 'Megan Bowen',
          },
        },
      },
      {
        at: '-1 Fri 08:35',
        by: 'Lynne Robbins',
        says: { 'A-4': 'done', 'A-8': 'on track', 'A-13': 'on track' },
        comment: 'The night shift can train on Saturdays only. I am asking for two.',
      },
      {
        at: '-1 Fri 11:20',
        by: 'Alex Wilber',
        says: {
          'A-7': {
            why: 'The steering committee first wants to know what read access to the old system would cost',
            newDate: '0 Fri',
          },
        },
      },
    ],
    draft: {
      at: '-1 Fri 14:18',
      headline: 'Go-live moves by two weeks, for the stock count',
      note: 'The two weeks go into a third mock load. EDI waits for the security board, which meets on Wednesday.',
      overrides: [
        {
          workstream: 'Data migration',
          colour: 'amber',
          why: 'The double customers are found and the fix runs in test. Mock load 2 keeps its date.',
        },
      ],
    },
    posted: '-1 Fri 15:00',
  },
]
