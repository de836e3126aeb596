import { standingEntries, type SourceEntry } from '../../bot/domain/sourceEntry'
import { searchSource } from '../../bot/flows/searchSource'
import { anEntry, ADELE, ISAIAH, LYNNE, MEGAN, PATTI } from '../support/builders'

const LINK = { kind: 'link', url: 'https://northwind.example/page' } as const
const text = (words: string) => ({ kind: 'text', text: words }) as const

/** A page as a project has it in its sixth week: the usual ten, one of them not written yet, and three of its own. */
const PAGE: readonly SourceEntry[] = standingEntries(
  [
    anEntry({ id: 'S-1', kind: 'plan', title: 'Project plan', content: LINK }),
    anEntry({ id: 'S-2', kind: 'scope', title: 'Scope and exclusions', content: LINK, owner: MEGAN }),
    anEntry({
      id: 'S-3',
      kind: 'roles',
      title: 'Roles (RACI)',
      content: text('Data load: Adele is accountable. Sign-off: Patti. Cut-over weekend: Adele approves.'),
    }),
    anEntry({ id: 'S-4', kind: 'procedure', title: 'How to report an issue', content: LINK, owner: LYNNE }),
    anEntry({
      id: 'S-5',
      kind: 'contacts',
      title: 'Contacts',
      content: text(
        'Weekdays 07:00 to 18:00: Megan. Warehouse stands still: Lynne. Carriers: see the build list.',
      ),
      owner: PATTI,
    }),
    anEntry({ id: 'S-6', kind: 'communication', title: 'Who hears what, and when', content: LINK }),
    anEntry({ id: 'S-7', kind: 'change', title: 'How to request a change', content: LINK, owner: ADELE }),
    anEntry({ id: 'S-8', kind: 'uat', title: 'UAT guide', content: LINK, owner: LYNNE }),
    anEntry({ id: 'S-9', kind: 'cutover', title: 'Cut-over guide', content: LINK, owner: ISAIAH }),
    anEntry({
      id: 'S-11',
      kind: 'other',
      title: 'VPN access',
      content: text('Ask the service desk for a token.'),
    }),
    anEntry({ id: 'S-12', kind: 'other', title: 'Training calendar', content: LINK, owner: PATTI }),
    anEntry({ id: 'S-13', kind: 'procedure', title: 'Data migration rules', content: LINK, owner: ISAIAH }),
  ],
  'en',
)

/** What is asked, and the entry that must come first. */
const FINDS: readonly (readonly [question: string, first: SourceEntry['id']])[] = [
  ['where is the plan', 'S-1'],
  ['where is the project plan?', 'S-1'],
  ['where can I find the schedule', 'S-1'],
  ['Where do we keep the timeline?', 'S-1'],
  ['do we have a gantt chart', 'S-1'],
  ['where is the shedule', 'S-1'],
  ['tiemline', 'S-1'],
  ['what are the milestones?', 'S-1'],
  ['what is in scope?', 'S-2'],
  ['is EDI out of scope?', 'S-2'],
  ['where is the list of exclusions', 'S-2'],
  ['where is the RACI', 'S-3'],
  ['who is responsible for data load?', 'S-3'],
  ['who approves cutover?', 'S-3'],
  ['who signs off the load?', 'S-3'],
  ['who does what?', 'S-3'],
  ['who is accountable for sign-off', 'S-3'],
  ['how do I report a bug?', 'S-4'],
  ['how do we log an issue', 'S-4'],
  ['where do I report a defect', 'S-4'],
  ['who do I call when the warehouse stands still?', 'S-5'],
  ['where is the phone list', 'S-5'],
  ['what is the phone number of the carriers', 'S-5'],
  ['who to contact at the weekend', 'S-5'],
  ['contcts', 'S-5'],
  ['where is the comms plan?', 'S-6'],
  ['where is the communication plan', 'S-6'],
  ['who is informed about delays?', 'S-6'],
  ['how do we raise a change?', 'S-7'],
  ['how do I submit a change request', 'S-7'],
  ['where is the CR form', 'S-7'],
  ['how are scope changes handled', 'S-7'],
  ['where is the change control process', 'S-7'],
  ['where can I find the test plan', 'S-8'],
  ['where is the UAT guide', 'S-8'],
  ['how does user acceptance testing work?', 'S-8'],
  ['where are the acceptance tests', 'S-8'],
  ['where are the test cases?', 'S-8'],
  ['where is the cutover guide', 'S-9'],
  ['where is the cut-over guide', 'S-9'],
  ['where is the go-live checklist?', 'S-9'],
  ['what happens at launch', 'S-9'],
  ['where is the cuttover gide', 'S-9'],
  ['what about hypercare?', 'S-10'],
  ['who supports us after go-live?', 'S-10'],
  ['how do I get VPN access', 'S-11'],
  ['vpn', 'S-11'],
  ['when is the training?', 'S-12'],
  ['where is the trainng calender', 'S-12'],
  ['what are the migration rules', 'S-13'],
]

test.each(FINDS)('“%s” finds %s first', (question, first) => {
  expect(searchSource(PAGE, question).map(({ id }) => id)[0]).toBe(first)
})

/** What this page has no answer to; small talk is among it. */
const FINDS_NOTHING = [
  'what is the weather like?',
  'how was the holiday?',
  'who won the match?',
  'where is the coffee machine',
  'where is the parking lot',
  'what is for lunch?',
  'tell me a joke',
  'what time is it?',
  'where is the invoice',
  'what is the budget?',
  'which carrier do we use on Fridays',
  'who signs for the Rotterdam warehouse',
  'where is the price file',
  'does the legacy web shop stay up for returns?',
  'where is it?',
  'why?',
  'is anybody there?',
  'what do you think about that',
  'I love this',
  'see you on Monday',
  'the printer on the second floor is broken again',
  '',
]

test.each(FINDS_NOTHING)('“%s” finds nothing', (question) => {
  expect(searchSource(PAGE, question).map(({ id }) => id)).toEqual([])
})

test('at most three answers come, and an empty place only after what is written', () => {
  const many = Array.from({ length: 6 }, (_, at) =>
    anEntry({ id: `S-${20 + at}`, title: `Carrier ${at}`, content: LINK }),
  )
  expect(searchSource([...PAGE, ...many], 'carrier')).toHaveLength(3)
  const support = anEntry({ id: 'S-30', kind: 'support', title: 'Hypercare rota', content: LINK })
  expect(searchSource([...PAGE, support], 'hypercare').map(({ id }) => id)).toEqual(['S-30', 'S-10'])
})
