import type { ItemChange } from '../domain/actionItem'
import type { Member } from '../domain/person'
import { TITLE_MAX } from '../domain/text'
import type { ItemView, Outcome } from '../flows/outcome'
import { execute, inputOf, NONE } from './actions'
import { card, type Card } from './card'
import { dateWords } from './dates'
import type { Element } from './elements'
import {
  buttons,
  choiceField,
  complaint,
  dateField,
  eyebrow,
  personField,
  sideBySide,
  small,
  textField,
  title,
} from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf, dueWords } from './words'

type NewItem = Extract<Outcome, { kind: 'itemForm' }>

/** Asks for what a new item lacks, with what was typed filled in. */
export function itemForm({ project, draft, workstreams, members, missing }: NewItem): Card {
  const asksForOwner = missing.includes('owner')
  const question = missing.includes('title') ? 'What is to be done?' : 'Who does it?'
  const { conversation } = draft
  return card(`New item: ${question}`, [
    eyebrow(plain(`${project.name} · new item`)),
    title(question),
    textField(inputOf('item.add', 'title'), 'What', {
      placeholder: 'Send the price file',
      ...(draft.title === '' ? {} : { value: draft.title }),
    }),
    sideBySide(
      personField(inputOf('item.add', 'owner'), asksForOwner ? 'Owner, please choose' : 'Owner', members, {
        chosen: draft.owner,
        most: MOST_MEMBERS,
      }),
      personField(inputOf('item.add', 'for'), 'Who waits for it?', members, {
        nobody: 'Nobody',
        chosen: draft.for,
        most: MOST_MEMBERS,
      }),
      'medium',
    ),
    sideBySide(
      dateField(inputOf('item.add', 'due'), 'Due', draft.due === null ? {} : { value: draft.due }),
      choiceField(
        inputOf('item.add', 'workstream'),
        'Workstream',
        [
          { title: 'None', value: NONE },
          ...workstreams.map(({ id, name }) => ({ title: oneLine(name, 80), value: id })),
        ],
        { value: draft.workstream ?? NONE },
      ),
      'medium',
    ),
    textField(inputOf('item.add', 'unblocks'), 'What can start then?', {
      spacing: 'medium',
      placeholder: 'Optional, e.g. load test 3',
      ...(draft.unblocks === null ? {} : { value: draft.unblocks }),
    }),
    ...buttons([
      execute('Save', 'item.add', { project: project.id, ...(conversation ? { conversation } : {}) }),
    ]),
  ])
}

/** Two lists of people stand on the form of a new item. */
const MOST_MEMBERS = 60

/** The form of a change of an item that lacks something, with what is known filled in. */
export function itemChangeForm(
  view: ItemView,
  change: ItemChange,
  complaints: readonly string[],
  members: readonly Member[],
  reader: Reader,
): Card {
  const base = { project: view.project.id, id: view.item.id, seen: view.item.version }
  switch (change.kind) {
    case 'move':
      return moveForm(view, change, complaints, reader)
    case 'block':
      return form(view, 'What stands in the way?', complaints, [
        whyField(inputOf('item.block', 'reason'), 'Why', change.reason),
        personField(inputOf('item.block', 'needs'), 'Whose help would free it?', members, {
          nobody: 'Nobody in particular',
          chosen: change.needs,
        }),
        ...saveRow(view, execute('Save', 'item.block', base)),
      ])
    case 'own':
      return form(view, 'Who takes it over?', complaints, [
        personField(inputOf('item.own', 'owner'), 'New owner', members, { chosen: change.owner }),
        ...saveRow(view, execute('Hand over', 'item.own', base)),
      ])
    case 'reopen':
      return form(view, 'What is still to be done?', complaints, [
        whyField(inputOf('item.reopen', 'why'), 'Why', change.why),
        ...saveRow(view, execute('Reopen', 'item.reopen', base)),
      ])
    case 'cancel':
      return form(view, 'Why is it not needed?', complaints, [
        whyField(inputOf('item.cancel', 'why'), 'Why', change.why),
        ...saveRow(view, execute('Cancel the item', 'item.cancel', base)),
      ])
    case 'done':
    case 'start':
    case 'edit':
      return form(view, 'This can be changed on the tab', complaints, saveRow(view, null))
  }
}

/** A new date and why; when no date helps, the way to "blocked" stands beside. */
function moveForm(
  view: ItemView,
  change: Extract<ItemChange, { kind: 'move' }>,
  complaints: readonly string[],
  reader: Reader,
): Card {
  const { item, project } = view
  const base = { project: project.id, id: item.id, seen: item.version }
  const calendar = calendarOf(view.today, reader)
  const moves = item.due?.moves.length ?? 0
  const story =
    item.due === null
      ? 'It has no date yet.'
      : `It is due ${dueWords(item, calendar)}.${moves > 0 ? ` First it was ${dateWords(item.due.first, calendar)}.` : ''}`
  return form(view, 'What is the new date?', complaints, [
    small(story),
    sideBySide(
      dateField(inputOf('item.move', 'newDate'), 'New date', {
        min: view.today,
        ...(change.to === null ? {} : { value: change.to }),
      }),
      whyField(inputOf('item.move', 'why'), 'What stands in the way?', change.why),
    ),
    ...buttons([
      execute('Save', 'item.move', base),
      execute('It is blocked', 'item.form', { ...base, change: 'block' }),
      execute('Cancel', 'item.show', { project: project.id, id: item.id, back: true }),
    ]),
  ])
}

function whyField(id: string, label: string, value: string): Element & { readonly type: 'Input.Text' } {
  return textField(id, label, {
    placeholder: 'One line is enough',
    ...(value === '' ? {} : { value }),
  })
}

function form(
  view: ItemView,
  question: string,
  complaints: readonly string[],
  fields: readonly Element[],
): Card {
  const { item } = view
  return card(`${item.id}: ${question}`, [
    eyebrow(`${item.id} · ${plain(item.title, TITLE_MAX)}`),
    title(question),
    ...complaints.map((text) => complaint(text)),
    ...fields,
  ])
}

function saveRow(view: ItemView, save: ReturnType<typeof execute> | null): Element[] {
  const { item, project } = view
  return buttons([save, execute('Back', 'item.show', { project: project.id, id: item.id, back: true })])
}
