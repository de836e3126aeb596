import type { Person } from '../domain/person'
import type { ProjectHead } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { body, buttons, eyebrow, heading, openUrl, section, small, title } from './parts'
import { helpButton } from './projectCards'
import type { Reader } from './reader'
import { plain } from './text'

type Sentence = readonly [say: string, get: string]

const SITUATIONS: readonly (readonly [situation: string, sentences: readonly Sentence[]])[] = [
  [
    'Where we stand',
    [
      ['mine', 'Your open items. Also: actions, overdue'],
      ['status', 'The recap as it would be now, for you only'],
    ],
  ],
  [
    'Someone owes something',
    [
      [
        'action price file @Adele by Fri',
        'A new item. Then: done A-12, move A-12 to Tue, block A-12 no access',
      ],
    ],
  ],
  [
    'Something is wrong',
    [['issue order total shows 0', 'I ask for what is missing. Then: I-7, fix I-7, close I-7, issues']],
  ],
  [
    'The week',
    [
      ['ask now', 'Asks each owner about their own items'],
      ['recap', 'The draft for the lead. Then: recap now. To rest: pause, resume'],
      ['alerts', 'For the lead: what is stuck, and when I raise it by myself'],
      ['away until 3 Dec @Megan', 'I ask Megan instead, and remind you of nothing. Then: back'],
      ['stop reminders', 'For yourself, everywhere. To get them again: start reminders'],
    ],
  ],
  [
    'The project',
    [
      ['source', 'Where everything is, and how this project runs. To change it: setup'],
      ['where is the test plan', 'The answer from there. Also: how do we raise a change'],
      ['source add UAT guide https://…', 'A page more. Then: verify S-8, change S-8 https://…'],
      ['anchor', 'The page as a card in the channel, which follows every change'],
      ['pin', 'The page and the issues as tabs of the channel. To take them off: unpin'],
    ],
  ],
]

/** What one can say, grouped by what happened to one, with buttons for the likeliest. */
export function helpCard(project: ProjectHead | null, reader: Reader): Card {
  return card('What you can say', [
    ...(project ? [eyebrow(plain(project.name, 80))] : []),
    title('What you can say'),
    ...SITUATIONS.map(([situation, sentences]) =>
      section([heading(situation), ...sentences.flatMap(sentence)]),
    ),
    ...buttons(project ? usual(project, reader) : [execute('Set up this project', 'setup.open', {})]),
  ])
}

function sentence([say, get]: Sentence): Element[] {
  return [body(plain(say)), small(get)]
}

function usual(project: ProjectHead, { links }: Reader) {
  return [
    execute('My items', 'say', { project: project.id, text: 'mine' }),
    execute('Status', 'status', { project: project.id }),
    openUrl('Open the tab', links.tab(project.id, { page: 'issues' })),
  ]
}

/** Greets once where it was installed: in a channel with who did it, in a 1:1 chat without. */
export function welcomeCard(place: 'channel' | 'chat', installedBy: Person | null): Card {
  const by = installedBy ? `${plain(installedBy.name, 80)} added me. ` : ''
  return place === 'channel'
    ? card('Always know where this project stands', [
        title('Always know where this project stands'),
        body(
          `${by}Once a week I ask each owner about their own items, in their own chat. On Friday I post one recap here.`,
        ),
        small('I only read messages that mention me. Nothing starts before setup.', 'small'),
        ...buttons([execute('Set up this project', 'setup.open', {}), helpButton()]),
      ])
    : card('Your own items, once a week', [
        title('Your own items, once a week'),
        body(
          'On the project’s day I ask here about the items that you own: one tap each, ten seconds in all.',
        ),
        small('Nothing else comes, except when somebody finishes what you wait for.', 'small'),
        ...buttons([execute('My items', 'say', { text: 'mine' }), helpButton()]),
      ])
}
