import fc from 'fast-check'
import { parseCardAction, placeOf, repeat, type CardAction } from '../../bot/cards/actions'
import { toCommand } from '../../bot/cards/toCommand'
import { ADELE, MEGAN, PROJECT_ID } from '../support/builders'
import { gallery } from './gallery'
import { MEMBERS } from './views'
import { longest } from './hardCases'

const project = PROJECT_ID
const item = { project, id: 'A-12', seen: 3 }
const issue = { project, id: 'I-7', seen: 4 }
const week = { project, week: '2026-W47', shown: 4 }
const adele = { id: ADELE.id, name: ADELE.name }

function tapped(verb: string, data: object) {
  const action = parseCardAction(verb, data)
  return action && toCommand(action, MEMBERS)
}

const SETUP = {
  name: 'ERP',
  customer: '',
  lead: ADELE.id,
  zone: 'Europe/Copenhagen',
  goLive: '',
  goLiveWhy: '',
  workstreams: 'a\nb',
  ask: 'Thu 10:00',
  remind: '',
  draft: '',
  post: '',
  namesWhoIsMissing: 'true',
  reminds: 'false',
}

test.each<[verb: string, data: object, command: object, look?: object]>([
  ['item.show', { project, id: 'A-12' }, { do: 'show', id: 'A-12', history: false }],
  ['item.history', { project, id: 'A-12', page: 2 }, { do: 'show', id: 'A-12', history: true }, { page: 2 }],
  ['item.done', item, { do: 'changeItem', id: 'A-12', change: { kind: 'done' }, seen: 3 }],
  [
    'item.done',
    { ...item, seen: null },
    { do: 'changeItem', id: 'A-12', change: { kind: 'done' }, seen: null },
  ],
  ['item.start', item, { do: 'changeItem', id: 'A-12', change: { kind: 'start' }, seen: 3 }],
  [
    'item.block',
    { ...item, reason: 'no access', needs: ADELE.id },
    { do: 'changeItem', id: 'A-12', change: { kind: 'block', reason: 'no access', needs: adele }, seen: 3 },
  ],
  [
    'item.block',
    { ...item, reason: 'no access', needs: 'none' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'block', reason: 'no access', needs: null }, seen: 3 },
  ],
  [
    'item.move',
    { ...item, newDate: '2026-11-27', why: 'w' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'move', to: '2026-11-27', why: 'w' }, seen: 3 },
  ],
  [
    'item.move',
    { ...item, newDate: '2026-11-27T00:00:00Z', why: '' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'move', to: '2026-11-27', why: '' }, seen: 3 },
  ],
  [
    'item.move',
    { ...item, newDate: '' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'move', to: null, why: '' }, seen: 3 },
  ],
  [
    'item.form',
    { ...item, change: 'own' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'own', owner: null }, seen: 3 },
  ],
  [
    'item.own',
    { ...item, owner: ADELE.id },
    { do: 'changeItem', id: 'A-12', change: { kind: 'own', owner: adele }, seen: 3 },
  ],
  [
    'item.reopen',
    { ...item, why: 'w' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'reopen', why: 'w' }, seen: 3 },
  ],
  [
    'item.cancel',
    { ...item, why: 'w' },
    { do: 'changeItem', id: 'A-12', change: { kind: 'cancel', why: 'w' }, seen: 3 },
  ],
  [
    'item.add',
    {
      project,
      title: 'Price file',
      owner: ADELE.id,
      for: 'none',
      due: '',
      unblocks: ' ',
      workstream: 'none',
    },
    {
      do: 'addItem',
      title: 'Price file',
      owner: adele,
      for: null,
      due: null,
      unblocks: null,
      workstream: null,
      conversation: null,
    },
  ],
  [
    'items.page',
    { project, filter: { kind: 'of', person: ADELE.id }, page: 1 },
    { do: 'listItems', filter: { kind: 'of', person: adele }, page: 1 },
  ],
  [
    'issues.page',
    { project, filter: { kind: 'words', words: 'tax' }, page: '2' },
    { do: 'listIssues', filter: { kind: 'words', words: 'tax' }, page: 2 },
  ],
  [
    'issue.triage',
    { ...issue, severity: 'workaround', owner: '' },
    {
      do: 'changeIssue',
      id: 'I-7',
      change: { kind: 'triage', severity: 'workaround', owner: null },
      seen: 4,
    },
  ],
  [
    'issue.triage',
    issue,
    { do: 'changeIssue', id: 'I-7', change: { kind: 'triage', severity: null, owner: null }, seen: 4 },
  ],
  ['issue.fix', issue, { do: 'changeIssue', id: 'I-7', change: { kind: 'fix' }, seen: 4 }],
  ['issue.retest', issue, { do: 'changeIssue', id: 'I-7', change: { kind: 'retest' }, seen: 4 }],
  ['issue.close', issue, { do: 'changeIssue', id: 'I-7', change: { kind: 'close' }, seen: 4 }],
  [
    'issue.defer',
    { ...issue, why: 'w' },
    { do: 'changeIssue', id: 'I-7', change: { kind: 'defer', why: 'w' }, seen: 4 },
  ],
  [
    'issue.duplicate',
    { ...issue, of: ' 9 ' },
    { do: 'changeIssue', id: 'I-7', change: { kind: 'duplicate', of: 'I-9' }, seen: 4 },
  ],
  ['issue.form', { ...issue, change: 'edit' }, { do: 'show', id: 'I-7', history: false }, { form: 'edit' }],
  [
    'issue.form',
    { ...issue, change: 'defer' },
    { do: 'changeIssue', id: 'I-7', change: { kind: 'defer', why: '' }, seen: 4 },
  ],
  [
    'issue.edit',
    { ...issue, title: 'T', where: '' },
    { do: 'changeIssue', id: 'I-7', change: { kind: 'edit', title: 'T', where: '' }, seen: 4 },
  ],
  [
    'issue.complete',
    { ...issue, where: 'Orders', steps: ' ', severity: 'cosmetic' },
    {
      do: 'changeIssue',
      id: 'I-7',
      change: { kind: 'edit', where: 'Orders', severity: 'cosmetic' },
      seen: 4,
    },
  ],
  ['undo', { project, id: 'I-7', version: 5 }, { do: 'undo', id: 'I-7', version: 5 }],
  ['setup.open', {}, { do: 'showSetup' }],
  [
    'setup.save',
    { project, version: 2, ...SETUP },
    {
      do: 'saveSetup',
      version: 2,
      form: { ...SETUP, lead: adele, language: null, namesWhoIsMissing: true, reminds: false },
    },
  ],
  [
    'setup.save',
    { project, version: 2, ...SETUP, language: 'de' },
    {
      do: 'saveSetup',
      version: 2,
      form: { ...SETUP, lead: adele, language: 'de', namesWhoIsMissing: true, reminds: false },
    },
  ],
  ['raising.open', { project }, { do: 'showRaising' }],
  [
    'raising.save',
    { project, version: '2', raises: 'true', days: '1,3', blockedDays: 'abc', moves: null },
    {
      do: 'saveRaising',
      version: 2,
      form: { on: true, days: '1,3', silentWeeks: '', blockedDays: 'abc', showStopperDays: '', moves: '' },
    },
  ],
  ['pause', { project }, { do: 'pause' }],
  ['resume', { project }, { do: 'resume' }],
  ['ask.now', { project }, { do: 'askNow' }],
  ['status', { project }, { do: 'status' }],
  ['draft.open', { project }, { do: 'draft' }],
  ['week.show', { project }, { do: 'showCard', week: null }],
  [
    'draft.save',
    {
      project,
      week: '2026-W47',
      headline: 'H',
      note: '',
      overall: 'amber',
      overallWhy: 'w',
      'colour.training': 'green',
      'why.training': 'rerun',
    },
    {
      do: 'editDraft',
      week: '2026-W47',
      edit: {
        headline: 'H',
        note: '',
        overall: { colour: 'amber', why: 'w' },
        workstreams: [{ workstream: 'training', colour: 'green', why: 'rerun' }],
      },
    },
  ],
  ['recap.post', { project }, { do: 'postRecap', edit: null }],
  [
    'recap.post',
    { project, headline: 'H', note: 'N' },
    { do: 'postRecap', edit: { headline: 'H', note: 'N', overall: null, workstreams: [] } },
  ],
  [
    'recap.post',
    {
      project,
      week: '2026-W47',
      ruled: { headline: 'All on track', overall: 'green', workstreams: { data: 'green' } },
      headline: 'All on track',
      note: '',
      overall: 'green',
      overallWhy: ' ',
      typed: { training: { colour: 'amber', why: 'still no rooms' }, data: { colour: 'green', why: '' } },
    },
    {
      do: 'postRecap',
      week: '2026-W47',
      edit: {
        headline: null,
        note: '',
        overall: null,
        workstreams: [{ workstream: 'training', colour: 'amber', why: 'still no rooms' }],
      },
    },
  ],
])('%s %j', (verb, data, command, look = {}) => {
  expect(tapped(verb, data)).toEqual({ kind: 'command', command, look })
})

const answer = (item: string, says: object) => ({
  do: 'answer',
  week: '2026-W47',
  answers: [{ item, says }],
  restNoChange: false,
  comment: null,
})
const empty = { kind: 'notOnTrack', why: '', newDate: null, needs: null }

test.each<[does: string, verb: string, data: object, command: object, look?: object]>([
  [
    'one tap answers one row',
    'week.answer',
    { ...week, item: 'A-12', says: 'done' },
    answer('A-12', { kind: 'done' }),
    { shown: 4 },
  ],
  [
    '"not on track" asks for the form first',
    'week.answer',
    { ...week, item: 'A-12', says: 'notOnTrack' },
    answer('A-12', empty),
    { shown: 4 },
  ],
  [
    'the form of a row is sent with its own inputs',
    'week.answer',
    {
      ...week,
      item: 'A-12',
      says: 'notOnTrack',
      'why.A-12': 'tax',
      'newDate.A-12': '2026-11-27',
      'needs.A-12': MEGAN.id,
    },
    answer('A-12', {
      kind: 'notOnTrack',
      why: 'tax',
      newDate: '2026-11-27',
      needs: { id: MEGAN.id, name: MEGAN.name },
    }),
    { shown: 4 },
  ],
  [
    'what is typed in another row’s form stays there',
    'week.answer',
    { ...week, item: 'A-19', says: 'onTrack', 'why.A-12': 'tax', 'newDate.A-12': '', 'needs.A-12': 'none' },
    answer('A-19', { kind: 'onTrack' }),
    { shown: 4, typed: [{ item: 'A-12', why: 'tax', newDate: '', needs: null }] },
  ],
  [
    'a comment goes with any tap',
    'week.answer',
    { ...week, item: 'A-12', says: 'done', comment: 'hi' },
    { ...answer('A-12', { kind: 'done' }), comment: 'hi' },
    { shown: 4 },
  ],
  [
    'the rest is unchanged',
    'week.noChange',
    { ...week, comment: '' },
    { do: 'answer', week: '2026-W47', answers: [], restNoChange: true, comment: null },
    { shown: 4 },
  ],
  [
    'an answered row opens again',
    'week.change',
    { ...week, item: 'A-12' },
    { do: 'showCard', week: '2026-W47' },
    { shown: 4, open: 'A-12' },
  ],
  [
    'all of them open again',
    'week.change',
    week,
    { do: 'showCard', week: '2026-W47' },
    { shown: 4, open: 'all' },
  ],
  [
    'more rows come up',
    'week.more',
    { ...week, shown: 12 },
    { do: 'showCard', week: '2026-W47' },
    { shown: 12 },
  ],
  [
    'no comment is lost when more rows come up',
    'week.more',
    { ...week, comment: 'hi' },
    { do: 'answer', week: '2026-W47', answers: [], restNoChange: false, comment: 'hi' },
    { shown: 4 },
  ],
  [
    'a comment can be emptied',
    'week.comment',
    { ...week, comment: '' },
    { do: 'answer', week: '2026-W47', answers: [], restNoChange: false, comment: '' },
    { shown: 4 },
  ],
  [
    'the ways to put it off open',
    'week.later',
    week,
    { do: 'showCard', week: '2026-W47' },
    { shown: 4, later: true },
  ],
  [
    'no comment is lost when they open',
    'week.later',
    { ...week, comment: 'hi' },
    { do: 'answer', week: '2026-W47', answers: [], restNoChange: false, comment: 'hi' },
    { shown: 4, later: true },
  ],
  [
    'it is put off, with what stands in the comment’s field',
    'week.snooze',
    { ...week, choice: 'tomorrow', comment: 'hi' },
    { do: 'snooze', week: '2026-W47', choice: 'tomorrow', comment: 'hi' },
    { shown: 4 },
  ],
])('on the weekly card %s', (_, verb, data, command, look = {}) => {
  expect(tapped(verb, data)).toEqual({ kind: 'command', command, look })
})

test.each<[does: string, verb: string, data: object, command: object]>([
  [
    'the form of being away opens',
    'away.form',
    { project },
    { do: 'away', from: null, until: null, delegate: null },
  ],
  [
    'it is saved, a date as some clients send it',
    'away.save',
    { project, from: '', until: '2026-12-03T00:00:00Z', delegate: ADELE.id },
    { do: 'away', from: null, until: '2026-12-03', delegate: { id: ADELE.id, name: ADELE.name } },
  ],
  ['being away ends', 'away.end', { project }, { do: 'back' }],
])('of being away: %s', (_, verb, data, command) => {
  expect(tapped(verb, data)).toEqual({ kind: 'command', command, look: {} })
})

test('a sentence is said with whom its names mean', () => {
  expect(tapped('say', { text: 'own A-12 @Adele', people: [{ name: 'Adele', id: ADELE.id }] })).toEqual({
    kind: 'say',
    text: 'own A-12 @Adele',
    people: [{ name: 'Adele', person: adele }],
  })
})

test.each([
  ['somebody who left the team', 'item.own', { ...item, owner: 'person-gone' }, { kind: 'personGone' }],
  [
    'a date that is none',
    'item.move',
    { ...item, newDate: '2026-02-30', why: '' },
    { kind: 'badDate', typed: '2026-02-30' },
  ],
  [
    'an item where an issue is meant',
    'issue.duplicate',
    { ...issue, of: 'A-3' },
    { kind: 'badIssueNumber', typed: 'A-3' },
  ],
])('%s is said to be one', (_, verb, data, problem) => {
  expect(tapped(verb, data)).toEqual({ kind: 'problem', problem })
})

test.each([
  ['an unknown verb', 'item.explode', item],
  ['a name that every object has', 'constructor', {}],
  ['no data', 'item.done', undefined],
  ['an issue for an item', 'item.done', { ...item, id: 'I-7' }],
  ['a number without a record', 'item.done', { ...item, id: 'A-0' }],
  ['a version that is none', 'item.done', { ...item, seen: 'x' }],
  ['no project', 'item.done', { id: 'A-12', seen: 1 }],
  ['a week that is none', 'week.answer', { ...week, week: '2026-W54', item: 'A-1', says: 'done' }],
  ['an answer that is none', 'week.answer', { ...week, item: 'A-1', says: 'maybe' }],
  ['a filter that is none', 'items.page', { project, filter: { kind: 'all' }, page: 0 }],
])('%s is no tap of ours', (_, verb, data) => {
  expect(parseCardAction(verb, data)).toBeUndefined()
})

test('inputs with odd names do no harm', () => {
  const action = parseCardAction('week.noChange', {
    ...week,
    'why.__proto__': 'x',
    'why.constructor': 'y',
    '.': 'z',
  })
  expect(action).toMatchObject({ verb: 'week.noChange' })
  expect(({} as Record<string, unknown>)['why']).toBeUndefined()
})

test('nothing that a client sends breaks the reading', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom('say', 'week.answer', 'item.move', 'draft.save'), fc.string()),
      fc.anything(),
      (verb, data) => {
        const action = parseCardAction(verb, data)
        if (action) toCommand(action, MEMBERS)
      },
    ),
  )
})

/** Every button of every card. */
function everyTap(): CardAction[] {
  const found: CardAction[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'Action.Execute' && 'verb' in value && 'data' in value) {
      const action = parseCardAction(value.verb, value.data)
      if (action) found.push(action)
    }
    Object.values(value).forEach(visit)
  }
  visit([...gallery(), ...longest()])
  return found
}

test('a tap that is tried again is the same tap', () => {
  for (const action of everyTap()) {
    const { verb, data } = repeat('Try again', action)
    expect(parseCardAction(verb, JSON.parse(JSON.stringify(data)))).toEqual(action)
  }
})

test.each<[action: CardAction, place: string]>([
  [{ verb: 'item.show', project, id: 'A-1', back: undefined }, 'newMessage'],
  [{ verb: 'item.show', project, id: 'A-1', back: true }, 'everyone'],
  [{ verb: 'item.form', project, id: 'A-1', seen: 1, change: 'move' }, 'onlyYou'],
  [{ verb: 'item.done', project, id: 'A-1', seen: 1 }, 'everyone'],
  [{ verb: 'status', project }, 'newMessage'],
])('the answer to %j belongs to %s', (action, place) => {
  expect(placeOf(action)).toBe(place)
})
