import { VERBS } from '../../../bot/teams/commands/verbs'
import { hearing, short } from './saying'

const SAID: Readonly<Record<string, readonly string[]>> = {
  help: [
    'help',
    'Help',
    'HELP!',
    'hi',
    'Hi!',
    'hello',
    'Hello there',
    'hey',
    '/help',
    '?',
    '',
    '  ',
    'good morning',
    'what can you do?',
    'How does this work?',
    'can you help me',
    'who are you?',
    'how are you?',
    '“help”',
    'please help',
  ],
  thanks: [
    'thanks',
    'Thanks!',
    'thank you',
    'thx',
    'ok',
    'OK, thanks',
    'great',
    'thanks a lot',
    'Thank you very much!',
    'cheers',
    'Perfect.',
  ],
  showSetup: [
    'setup',
    'set up',
    'Set-up',
    'settings',
    '/setup',
    'change settings',
    'please set up the project',
    'Project settings',
    'create a project',
  ],
  source: [
    'source',
    'sources',
    'source of truth',
    'the source of truth',
    'show me the source of truth'.replace('me ', ''),
  ],
  'actions: of person=Alex Wilber': [
    'mine',
    'Mine?',
    'my items',
    'my actions',
    'my action items',
    'my tasks',
    'show mine',
    'show my items',
    'show me my action items please',
    'What should I do?',
    'what do I have to do',
    'what is needed from me',
    "what's needed from me?",
    'What’s on my plate?',
    'my to-do list',
    'what are my open actions?',
    'my overdue actions',
  ],
  'actions: overdue': [
    'overdue',
    'late',
    'Overdue!',
    "what's overdue",
    'What’s overdue?',
    'whats overdue',
    'what is late',
    'what is overdue?',
    'overdue actions',
    'late items',
    'show me overdue',
    'show me the overdue items',
    'actions overdue',
    'anything late?',
    'is anything overdue?',
    'could you show me what is late?',
  ],
  askNow: [
    'ask now',
    'Ask now!',
    'ask',
    'ask everyone',
    'send the cards',
    'Please send the cards',
    'send out the cards',
    'ask for updates',
    'can you ask for updates?',
  ],
  showCard: ['my card', 'weekly', 'my weekly card', 'card', 'show me my card', 'my update', 'weekly update'],
  status: [
    'status',
    'Status?',
    "what's the status?",
    'how are we doing?',
    'Where are we?',
    'where do we stand',
    'project status',
    'can you show me the status?',
    'RAG',
    'are we on track?',
  ],
  draft: [
    'recap',
    'Recap',
    'draft',
    'draft the recap',
    'weekly report',
    'the recap, please',
    'show me the recap',
  ],
  postRecap: [
    'recap now',
    'Recap now!',
    'post the recap',
    'send the recap',
    'publish recap',
    'please post the recap now',
  ],
  'reminders off': [
    'stop reminders',
    'Stop reminding me, please',
    'no more reminders',
    'mute',
    'pause reminders',
  ],
  'reminders on': ['start reminders', 'Reminders on', 'unmute', 'resume reminders'],
  pause: ['pause', 'Pause.', 'pause the project', 'stop asking'],
  resume: ['resume', 'unpause', 'resume the project', 'Resume please'],
  'undo the latest': ['undo', 'Undo!', 'undo that', 'undo it please', 'take it back', 'oops'],
  pin: ['pin', 'Pin this', 'pin the source of truth', 'please pin the tabs', 'repair the tabs'],
  unpin: ['unpin', 'Unpin it!', 'unpin the tabs please', 'take the tabs off'],
  'later: export': ['export', 'export to Excel', 'export the issue log', 'Export as CSV please'],
  'later: import': ['import', 'import from Excel'],
  'later: away': [
    'away',
    'away until Friday',
    'away until 15 Dec @Megan',
    "I'm away from Monday",
    'I am on holiday until 4 Jan',
    'out of office until Monday',
    'away next week',
  ],
  'later: whereIs': [
    'where is the test plan',
    'Where is the test plan?',
    'where are the UAT scripts',
    "where's the RACI",
    'where can I find the cutover plan?',
  ],
  'later: sourceAdd': [
    'source add Test plan https://example.com/plan',
    'add source Test plan',
    'add a source: Test plan',
  ],
}

const rows = Object.entries(SAID).flatMap(([means, texts]) => texts.map((text) => [text, means] as const))

test.each(rows)('%j says: %s', (text, means) => expect(short(text)).toBe(means))

test.each(VERBS.filter(({ takes }) => takes === 'nothing').flatMap(({ words }) => [...words]))(
  '%j out of the table of words is understood, in capitals and with a full stop too',
  (phrase) => {
    const plain = short(phrase)
    expect(plain).not.toMatch(/^(?:notUnderstood|did you mean)/)
    expect(short(`${phrase.toUpperCase()}.`)).toBe(plain)
    expect(short(`Please ${phrase}`)).toBe(plain)
  },
)

test.each(VERBS.map(({ example }) => example))('the example %j is understood', (example) => {
  expect(short(example)).not.toMatch(/^(?:notUnderstood|did you mean|no date|\w+ needs)/)
})

test('what was written comes back whole when it was not understood', () => {
  const text = '  The “printer”\u00a0is on fire,\nagain.  '
  expect(hearing(text)).toEqual({ kind: 'notUnderstood', text })
})
