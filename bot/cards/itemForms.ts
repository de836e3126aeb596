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
import { wordsOf, type Words } from './words/wordsOf'

type NewItem = Extract<Outcome, { kind: 'itemForm' }>

/** Asks for what a new item lacks, with what was typed filled in. */
export function itemForm({ project, draft, workstreams, members, missing }: NewItem, reader: Reader): Card {
  const w = wordsOf(reader)
  const asksForOwner = missing.includes('owner')
  const question = missing.includes('title') ? w.record.whatToDo : w.record.whoDoes
  const { conversation } = draft
  return card(w.record.newItemAbout(question), [
    eyebrow(w.record.newItemIn(plain(project.name))),
    title(question),
    textField(inputOf('item.add', 'title'), w.record.what, {
      placeholder: w.record.examplePriceFile,
      ...(draft.title === '' ? {} : { value: draft.title }),
    }),
    sideBySide(
      personField(
        inputOf('item.add', 'owner'),
        asksForOwner ? w.record.ownerChoose : w.record.owner,
        members,
        {
          chosen: draft.owner,
          most: MOST_MEMBERS,
        },
        w,
      ),
      personField(
        inputOf('item.add', 'for'),
        w.record.whoWaits,
        members,
        {
          nobody: w.common.nobody,
          chosen: draft.for,
          most: MOST_MEMBERS,
        },
        w,
      ),
      'medium',
    ),
    sideBySide(
      dateField(inputOf('item.add', 'due'), w.record.due, draft.due === null ? {} : { value: draft.due }),
      choiceField(
        inputOf('item.add', 'workstream'),
        w.record.workstream,
        [
          { title: w.record.none, value: NONE },
          ...workstreams.map(({ id, name }) => ({ title: oneLine(name, 80), value: id })),
        ],
        { value: draft.workstream ?? NONE },
      ),
      'medium',
    ),
    textField(inputOf('item.add', 'unblocks'), w.record.whatStarts, {
      spacing: 'medium',
      placeholder: w.record.exampleUnblocks,
      ...(draft.unblocks === null ? {} : { value: draft.unblocks }),
    }),
    ...buttons([
      execute(w.common.save, 'item.add', { project: project.id, ...(conversation ? { conversation } : {}) }),
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
  const w = wordsOf(reader)
  const base = { project: view.project.id, id: view.item.id, seen: view.item.version }
  switch (change.kind) {
    case 'move':
      return moveForm(view, change, complaints, reader)
    case 'block':
      return form(view, w.record.obstacle, complaints, [
        whyField(inputOf('item.block', 'reason'), w.record.why, change.reason, w),
        personField(
          inputOf('item.block', 'needs'),
          w.record.whoseHelp,
          members,
          {
            nobody: w.record.nobodyParticular,
            chosen: change.needs,
          },
          w,
        ),
        ...saveRow(view, execute(w.common.save, 'item.block', base), w),
      ])
    case 'own':
      return form(view, w.record.whoTakes, complaints, [
        personField(inputOf('item.own', 'owner'), w.record.newOwner, members, { chosen: change.owner }, w),
        ...saveRow(view, execute(w.record.handOver, 'item.own', base), w),
      ])
    case 'reopen':
      return form(view, w.record.stillToDo, complaints, [
        whyField(inputOf('item.reopen', 'why'), w.record.why, change.why, w),
        ...saveRow(view, execute(w.common.reopen, 'item.reopen', base), w),
      ])
    case 'cancel':
      return form(view, w.record.whyNotNeeded, complaints, [
        whyField(inputOf('item.cancel', 'why'), w.record.why, change.why, w),
        ...saveRow(view, execute(w.record.cancelItem, 'item.cancel', base), w),
      ])
    case 'done':
    case 'start':
    case 'edit':
      return form(view, w.record.onTab, complaints, saveRow(view, null, w))
  }
}

/** A new date and why; when no date helps, the way to "blocked" stands beside. */
function moveForm(
  view: ItemView,
  change: Extract<ItemChange, { kind: 'move' }>,
  complaints: readonly string[],
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const { item, project } = view
  const base = { project: project.id, id: item.id, seen: item.version }
  const calendar = calendarOf(view.today, reader)
  const moves = item.due?.moves.length ?? 0
  const story =
    item.due === null
      ? w.record.noDateStory
      : w.record.dueStory(dueWords(item, calendar), moves > 0 ? dateWords(item.due.first, calendar) : null)
  return form(view, w.record.whatNewDate, complaints, [
    small(story),
    sideBySide(
      dateField(inputOf('item.move', 'newDate'), w.record.newDate, {
        min: view.today,
        ...(change.to === null ? {} : { value: change.to }),
      }),
      whyField(inputOf('item.move', 'why'), w.record.obstacle, change.why, w),
    ),
    ...buttons([
      execute(w.common.save, 'item.move', base),
      execute(w.record.isBlocked, 'item.form', { ...base, change: 'block' }),
      execute(w.common.cancel, 'item.show', { project: project.id, id: item.id, back: true }),
    ]),
  ])
}

function whyField(
  id: string,
  label: string,
  value: string,
  w: Words,
): Element & { readonly type: 'Input.Text' } {
  return textField(id, label, {
    placeholder: w.record.oneLine,
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

function saveRow(view: ItemView, save: ReturnType<typeof execute> | null, w: Words): Element[] {
  const { item, project } = view
  return buttons([
    save,
    execute(w.common.back, 'item.show', { project: project.id, id: item.id, back: true }),
  ])
}
