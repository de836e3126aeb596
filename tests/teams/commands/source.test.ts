import { searchSource } from '../../../bot/flows/searchSource'
import { standingEntries } from '../../../bot/domain/sourceEntry'
import { hearing, short } from './saying'

test.each([
  ['S-3', 'show S-3'],
  ['s3', 'show S-3'],
  ['show S-3', 'show S-3'],
  ['Please open S-10', 'show S-10'],
  ['history S-3', 'history of S-3'],
  ['S-3 history', 'history of S-3'],
  ['verify S-3', 'S-3 verify'],
  ['S-3 is still true', 'S-3 verify'],
  ['S-3 still true, thanks', 'S-3 verify'],
  ['verify the plan', '“plan” verify'],
  ['verify the cutover guide please', '“cutover guide” verify'],
  ['verify page VPN access', '“VPN access” verify'],
  ['verify mine', 'source: mine'],
  ['edit S-3', 'edit S-3'],
  ['change S-3', 'edit S-3'],
  ['change S-3 https://northwind.example/raci', 'S-3 edit [https://northwind.example/raci]'],
  ['changed S-3 to Adele decides alone', 'S-3 edit [Adele decides alone]'],
  ['S-3 https://northwind.example/raci', 'S-3 edit [https://northwind.example/raci]'],
  ['remove S-3', 'S-3 remove'],
  ['source remove VPN access', '“VPN access” remove'],
  ['undo S-3', 'undo S-3'],
  ['source change plan https://northwind.example/p2', '“plan” edit [https://northwind.example/p2]'],
  ['source add', 'page [] []'],
  ['source add UAT guide https://northwind.example/uat', 'page [UAT guide] [https://northwind.example/uat]'],
  ['Source add https://northwind.example/uat UAT guide', 'page [UAT guide] [https://northwind.example/uat]'],
  ['add a page: UAT guide at www.northwind.example/uat', 'page [UAT guide] [www.northwind.example/uat]'],
  [
    'source add UAT guide <https://northwind.example/uat>',
    'page [UAT guide] [<https://northwind.example/uat>]',
  ],
  [
    'source add Who to call: Megan by day, Lynne at night',
    'page [Who to call] [Megan by day, Lynne at night]',
  ],
  ['source add VPN access\nAsk the desk.\nWait.', 'page [VPN access] [Ask the desk.\nWait.]'],
  ['add source Test plan', 'page [Test plan] []'],
  [
    'source add UAT guide https://northwind.example/uat @Megan Bowen',
    'page [UAT guide @Megan Bowen] [https://northwind.example/uat]',
  ],
  [
    'source add UAT guide <at>Megan Bowen</at> https://northwind.example/uat',
    'page [UAT guide] [https://northwind.example/uat] owner Megan Bowen',
  ],
])('%j says: %s', (text, means) => expect(short(text)).toBe(means))

/** Put so that it can be nothing but a question about the project. */
const QUESTIONS = [
  'where is the test plan',
  'Where is the test plan?',
  'where are the UAT scripts',
  "where's the RACI",
  'where can I find the cutover plan?',
  'where do we keep the contacts',
  'where to find the schedule',
  'do you know where the phone list is',
  'does anyone know who approves the cutover?',
  'how do we raise a change?',
  'How do I report a bug',
  'how to request a change',
  'how should testers log an issue?',
  'how are scope changes approved?',
  'who approves cutover?',
  'who is responsible for data load',
  'who signs off UAT?',
  'who do I call at night?',
  'who to contact about carriers',
  'who owns the data',
  'what is in scope?',
  "what's the process for change requests",
  'what is the phone number of the warehouse',
  'I am looking for the comms plan',
  'tell me where the plan is',
]

test.each(QUESTIONS)('%j is a question', (text) => {
  expect(hearing(text)).toMatchObject({ kind: 'command', command: { do: 'where', sure: true } })
})

/** It is a question if the page has an answer. */
test.each([
  'test plan?',
  'the RACI',
  'contacts',
  'who does what?',
  'when is the training for the key users?',
  'is EDI in scope?',
  'do we have a test plan?',
  'how do you raise a change?',
  'what about hypercare?',
  'show me the cutover guide',
  'I need the phone list',
])('%j may be a question', (text) => {
  expect(hearing(text)).toMatchObject({ kind: 'command', command: { do: 'where', sure: false } })
})

/** Small talk, orders and sentences about something else: whatever comes of them, it is no answer from the page. */
const NO_QUESTIONS = [
  'how are you?',
  'what can you do?',
  'where are you?',
  'who are you',
  'where is A-12',
  'who owns I-7?',
  'what is overdue?',
  'who is late?',
  'what should I do next?',
  'where do we stand',
  'how is the project?',
  'where is it?',
  'who owns this',
  'why?',
  'lunch?',
  'how was your weekend?',
  'what is the weather like?',
  'who won the match last night?',
  'is anybody there?',
  'thank you, that is great',
  'the plan is great',
  'we should test more',
  'I am in a meeting',
  'see you at the launch party',
  'action Find the test plan @Megan by Friday',
  'issue the contacts page is empty',
  'done A-12',
  'verify I-7',
]

const USUAL = standingEntries([], 'en')

test.each(NO_QUESTIONS)('%j is no question that the page answers', (text) => {
  const understood = hearing(text)
  const isAsked = understood.kind === 'command' && understood.command.do === 'where'
  if (isAsked) {
    expect(understood.command.sure).toBe(false)
    expect(searchSource(USUAL, understood.command.question)).toEqual([])
  }
})
