import { ADELE, ALEX, DATA_MIGRATION, MEGAN } from '../../support/builders'
import { hearing, saying, short, LISTENING } from './saying'
import { understand } from '../../../bot/teams/commands/understand'

const M = '<at>Megan Bowen</at>'
const A = '<at>Adele Vance</at>'

test('all parts of an action item are heard', () => {
  const text = `action Send the price file ${M} for ${A} by Friday unblocks load test #Data migration`
  const conversation = { conversation: '19:abc@thread.tacv2;messageid=1', message: '1' }
  expect(understand({ ...saying(text), conversation }, LISTENING)).toEqual({
    kind: 'command',
    command: {
      do: 'addItem',
      title: 'Send the price file',
      owner: MEGAN,
      for: ADELE,
      due: '2026-11-20',
      unblocks: 'load test',
      workstream: DATA_MIGRATION.id,
      conversation,
    },
  })
})

const PARTS = [M, `for ${A}`, 'by Friday', 'unblocks load test', '#integrations']

function orders(parts: readonly string[]): string[][] {
  if (parts.length === 0) return [[]]
  return parts.flatMap((part, at) =>
    orders(parts.filter((_, other) => other !== at)).map((rest) => [part, ...rest]),
  )
}

test.each(orders(PARTS).map((parts) => [parts.join(' '), parts.join(', ')]))(
  'the order of the parts does not matter: %s',
  (parts, withCommas) => {
    const means =
      'action [Send the price file] owner Megan Bowen for Adele Vance by 2026-11-20 unblocks [load test] in integrations'
    expect(short(`action Send the price file ${parts}`)).toBe(means)
    expect(short(`action Send the price file, ${withCommas}.`)).toBe(means)
  },
)

test.each([
  // ways to begin
  ['action send price file', 'action [send price file]'],
  ['Action: Send price file', 'action [Send price file]'],
  ['action item send price file', 'action [send price file]'],
  ['new action: send price file', 'action [send price file]'],
  ['add an action item: send price file', 'action [send price file]'],
  ['could you create a new action item: send price file', 'action [send price file]'],
  ['todo send price file', 'action [send price file]'],
  ['to-do: send price file', 'action [send price file]'],
  ['task: send price file', 'action [send price file]'],
  ['add task send price file', 'action [send price file]'],
  ['/action send price file', 'action [send price file]'],
  ['action to send price file', 'action [send price file]'],
  ['action 12 price files', 'action [12 price files]'],
  ['action required: sign contract', 'action [required: sign contract]'],
  // owners
  [`action send price file ${M}`, 'action [send price file] owner Megan Bowen'],
  ['action send price file @Megan', 'action [send price file] owner Megan Bowen'],
  ['action send price file @megan bowen', 'action [send price file] owner Megan Bowen'],
  ['action send price file owner Megan', 'action [send price file] owner Megan Bowen'],
  ['action send price file, owner: Megan Bowen', 'action [send price file] owner Megan Bowen'],
  [
    'action send price file assigned to Megan due 15 Dec',
    'action [send price file] owner Megan Bowen by 2026-12-15',
  ],
  ['action send price file @me', 'action [send price file] owner Alex Wilber'],
  [`action ${M} send price file`, 'action [send price file] owner Megan Bowen'],
  [`action ${M}: send price file by Friday`, 'action [send price file] owner Megan Bowen by 2026-11-20'],
  [`action ${M} to send price file by Friday`, 'action [send price file] owner Megan Bowen by 2026-11-20'],
  ['action Megan: send price file', 'action [send price file] owner Megan Bowen'],
  ['action Megan to send price file by Friday', 'action [send price file] owner Megan Bowen by 2026-11-20'],
  ['action Tom Ashby should send price file', 'action [send price file] owner Tom Ashby'],
  [
    `create an action for ${M} to send price file by Friday`,
    'action [send price file] owner Megan Bowen by 2026-11-20',
  ],
  [`action for ${M}: send price file for ${A}`, 'action [send price file] owner Megan Bowen for Adele Vance'],
  [`action ask ${A} for the list ${M}`, 'action [ask Adele Vance for the list] owner Megan Bowen'],
  [`action remind ${A} to send the list`, 'action [remind Adele Vance to send the list] owner Adele Vance'],
  [`action give the file to ${A}`, 'action [give the file to Adele Vance]'],
  [`action give the file to ${A} ${M}`, 'action [give the file to Adele Vance] owner Megan Bowen'],
  [`action meet with ${A} and ${M}`, 'action [meet with Adele Vance and Megan Bowen]'],
  ['action send price file @Megan asap', 'action [send price file @Megan asap] owner Megan Bowen'],
  ['action send price file @Tom by Friday', 'which Tom: Tom Ashby or Tom Bell'],
  ['action send price file @Zed by Friday', 'nobody called Zed'],
  ['action send price file @Zed Nobody by Friday', 'nobody called Zed Nobody'],
  // for whom
  [`action send price file ${M} for ${A}`, 'action [send price file] owner Megan Bowen for Adele Vance'],
  ['action send price file for Adele @Megan', 'action [send price file] owner Megan Bowen for Adele Vance'],
  ['action send price file for me', 'action [send price file] for Alex Wilber'],
  ['action send price file for Tom', 'which Tom: Tom Ashby or Tom Bell'],
  ['action send price file for Will', 'action [send price file] for Will Hope'],
  // what it unblocks
  [
    'action send price file @Megan unblocks load test',
    'action [send price file] owner Megan Bowen unblocks [load test]',
  ],
  [
    'action send price file unblocks: load test by Friday @Megan',
    'action [send price file] owner Megan Bowen by 2026-11-20 unblocks [load test]',
  ],
  [
    'action send price file which unblocks test by the book @Megan',
    'action [send price file] owner Megan Bowen unblocks [test by the book]',
  ],
  [
    `action send price file ${M} by Friday so that she can start load test`,
    'action [send price file] owner Megan Bowen by 2026-11-20 unblocks [load test]',
  ],
  [
    'action send price file @Megan so Adele can start with load test',
    'action [send price file] owner Megan Bowen unblocks [load test]',
  ],
  // workstreams
  ['action send price file #training @Megan', 'action [send price file] owner Megan Bowen in training'],
  ['action send price file #datamigration', 'action [send price file] in data-migration'],
  ['action send price file #data-migration', 'action [send price file] in data-migration'],
  ['action send price file #Data Migration', 'action [send price file] in data-migration'],
  ['action send price file #finance', 'action [send price file #finance]'],
  ['action reply to ticket #12', 'action [reply to ticket #12]'],
  // dates
  ['action send price file by tomorrow', 'action [send price file] by 2026-11-20'],
  ['action send price file tomorrow', 'action [send price file] by 2026-11-20'],
  ['action send price file @Megan next Tuesday', 'action [send price file] owner Megan Bowen by 2026-11-24'],
  ['action send price file in 2 weeks @Megan', 'action [send price file] owner Megan Bowen by 2026-12-03'],
  ['action send price file due: 15 Dec', 'action [send price file] by 2026-12-15'],
  ['action send price file before end of month', 'action [send price file] by 2026-11-30'],
  ['action send price file on Friday', 'action [send price file] by 2026-11-20'],
  ['action by Friday send price file @Megan', 'action [send price file] owner Megan Bowen by 2026-11-20'],
  [
    'action send price file by Friday to the supplier @Megan',
    'action [send price file by Friday to the supplier] owner Megan Bowen by 2026-11-20',
  ],
  [
    'action send price file, @Megan, by Friday, please',
    'action [send price file] owner Megan Bowen by 2026-11-20',
  ],
  ['action send price file @Megan by 31 Feb', 'no date: 31 Feb'],
  ['action send price file by 32.12.', 'no date: 32.12.'],
  // several lines
  ['action send price file\n@Megan\nby Friday', 'action [send price file] owner Megan Bowen by 2026-11-20'],
  [
    'action send price file @Megan by Friday\nIt is the 2026 list.',
    'action [send price file It is the 2026 list.] owner Megan Bowen by 2026-11-20',
  ],
  ['action send\nprice\nfile', 'action [send price file]'],
  // words that stay in the title
  ['action Review the contract by the book', 'action [Review the contract by the book]'],
  ['action prepare demo for review', 'action [prepare demo for review]'],
  ['action prepare demo for review by Friday', 'action [prepare demo for review] by 2026-11-20'],
  ['action find the process owner', 'action [find the process owner]'],
  ['action check by Megan', 'action [check by Megan]'],
  ['action decide for will and testament', 'action [decide for will and testament]'],
  ['action write the plan for May', 'action [write the plan for May]'],
  ['action May I come in', 'action [May I come in]'],
  ['action plan sun roof test', 'action [plan sun roof test]'],
  ['action Plan for 15 Dec @Megan', 'action [Plan for 15 Dec] owner Megan Bowen'],
  ['action review sprint 12/11 @Megan', 'action [review sprint 12/11] owner Megan Bowen'],
  ['action send the file before the meeting', 'action [send the file before the meeting]'],
  ["action send the file by Friday's meeting", "action [send the file by Friday's meeting]"],
  ['action install @types package', 'action [install @types package]'],
  [
    'action mail bob@contoso.com the file @Patti',
    'action [mail bob@contoso.com the file] owner Patti Fernandez',
  ],
  ['action check next steps', 'action [check next steps]'],
  ['action update the 15 May plan', 'action [update the 15 May plan]'],
  [
    'action Übergabe “Preisliste” & <Test> 👍 @Megan',
    'action [Übergabe “Preisliste” & <Test> 👍] owner Megan Bowen',
  ],
])('%j says: %s', (text, means) => expect(short(text)).toBe(means))

test('a choice made for one name is used when the sentence is said again, and the next name is asked for', () => {
  const text = 'action send price file @Tom for Megan Bowen by Friday'
  const asked = hearing(text)
  if (asked.kind !== 'whichPerson') throw new Error(asked.kind)
  const [tom] = asked.candidates
  expect(asked.text).toBe(text)
  expect(understand(saying(text, { [asked.phrase]: tom! }), LISTENING)).toMatchObject({
    command: { owner: { name: 'Tom Ashby' }, for: MEGAN, due: '2026-11-20' },
  })
})

test('a sentence with a mention can be said again when the mention itself is gone', () => {
  expect(understand({ ...saying(`action send file ${M} by Friday`), mentions: [] }, LISTENING)).toMatchObject(
    {
      command: { title: 'send file', owner: MEGAN, due: '2026-11-20' },
    },
  )
})

test.each([
  ['Megan Bowen', 'action send price file Megan Bowen by Friday'],
  ['@Megan Bowen', 'action send price file @Megan Bowen by Friday'],
  ['<at>Megan Bowen</at>', 'action send price file Megan Bowen by Friday'],
])('a mention written as %j is found in %j', (text, message) => {
  expect(understand({ ...saying(message), mentions: [{ text, person: MEGAN }] }, LISTENING)).toMatchObject({
    command: { title: 'send price file', owner: MEGAN },
  })
})

test('two mentions of the same written name are two people, in the order written', () => {
  const said = {
    ...saying(''),
    text: 'action send file <at>Tom</at> for <at>Tom</at>',
    mentions: [
      { text: '<at>Tom</at>', person: MEGAN },
      { text: '<at>Tom</at>', person: ALEX },
    ],
  }
  expect(understand(said, LISTENING)).toMatchObject({ command: { owner: MEGAN, for: ALEX } })
})

test('somebody mentioned who is not a member can own an action item', () => {
  const guest = { ...MEGAN, name: 'Zoë Guest' }
  const said = {
    ...saying('action send file <at>Zoë Guest</at>'),
    mentions: [{ text: '<at>Zoë Guest</at>', person: guest }],
  }
  expect(understand(said, LISTENING)).toMatchObject({ command: { title: 'send file', owner: guest } })
})
