import { isWritten } from '../domain/sourceEntry'
import { wantsCheck } from '../domain/sourceFreshness'
import type { OpenQuestion } from '../domain/openQuestion'
import type { EntryNote, EntryView, SourceOutcome } from '../flows/sourceOutcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { momentWords } from './dates'
import type { CardButton, Element } from './elements'
import { historyButton, historyButtons, historySection } from './history'
import type { Look } from './look'
import { linkTo, safeMarkdown } from './markdown'
import {
  body,
  buttons,
  dotted,
  eyebrow,
  facts,
  heading,
  marked,
  openUrl,
  section,
  small,
  title,
} from './parts'
import type { Reader } from './reader'
import { alarmWords, freshnessMark, verifiedWords } from './sourceWords'
import { oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** One entry of the source of truth: how far it may be trusted first, then what it says and who answers for it. */
export function entryCard(
  { view, note, answers }: Extract<SourceOutcome, { kind: 'entry' }>,
  reader: Reader,
  look: Look = {},
): Card {
  const w = wordsOf(reader)
  const { entry } = view
  const page = look.page ?? 0
  return card(`${entry.id}: ${oneLine(entry.title, 120)}`, [
    eyebrow(dotted(entry.id, w.source.kind[entry.kind])),
    title(plain(entry.title)),
    ...(entry.state.status === 'removed' ? removed(view, reader) : trust(view, reader)),
    ...noteLine(note, w),
    ...contentOf(view, reader),
    ...entryFacts(view, w),
    ...answers.map((question) => offer(view, question, w)),
    ...historySection(view, page, reader),
    ...buttons(view.history === null ? entryButtons(view, note, w) : historyButtons(view, page, w)),
  ])
}

function removed({ entry, today }: EntryView, reader: Reader): Element[] {
  const w = wordsOf(reader)
  if (entry.state.status !== 'removed') return []
  const { by, at } = entry.state
  const when = momentWords(at, reader.zone, calendarOf(today, reader))
  return [
    marked(
      { sign: '–', colour: 'default' },
      w.source.removed,
      w.source.byWhen(oneLine(by.name, 80), when),
      'medium',
    ),
  ]
}

function trust({ entry, freshness, today }: EntryView, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const mark = freshnessMark(freshness)
  if (freshness.kind === 'empty') return [marked(mark, w.source.notWrittenYet, '', 'medium')]
  const when = verifiedWords(entry, reader)
  const by = entry.verified ? w.source.byWhen(oneLine(entry.verified.by.name, 80), when ?? '') : ''
  const alarm = alarmWords(freshness, calendarOf(today, reader))
  if (!alarm) return [marked(mark, w.source.verified, by === '' ? ' ' : by, 'medium')]
  return [marked(mark, alarm.text, by === '' ? '' : w.source.alsoVerified(by), 'medium')]
}

function noteLine(note: EntryNote | null, w: Words): Element[] {
  switch (note?.kind) {
    case undefined:
      return []
    case 'unchanged':
      return [body(w.source.unchanged, 'medium')]
    case 'undone':
      return [body(w.source.undone(plain(note.by.name, 80)), 'medium')]
    case 'added':
      return [body(w.source.saved, 'medium')]
    case 'changed':
      return [body(w.source.changedBy(plain(note.by.name, 80)), 'medium')]
    case 'verified':
      return [body(w.source.thanks, 'medium')]
    case 'removed':
      return [body(w.source.noLonger, 'medium')]
  }
}

function contentOf({ entry, project }: EntryView, { links, locale }: Reader): Element[] {
  const w = wordsOf({ locale })
  const { content } = entry
  switch (content.kind) {
    case 'empty':
      return [body(w.source.whoeverKnows, 'medium')]
    case 'link':
      return [{ ...body(linkTo(plain(content.url.replace(/^https:\/\//, ''), 120), content.url), 'medium') }]
    case 'text': {
      const { lines, cut } = safeMarkdown(content.text)
      const more = cut ? [small(w.source.restOnTab, 'small')] : []
      const open = cut
        ? openUrl(w.source.readAll, links.tab(project.id, { page: 'record', id: entry.id }))
        : null
      return [
        ...lines.map((line, at) => body(line, at === 0 ? 'medium' : 'small')),
        ...more,
        ...buttons([open]),
      ]
    }
  }
}

function entryFacts({ entry, reads }: EntryView, w: Words): Element[] {
  if (!isWritten(entry) && entry.owner === null) return []
  return facts([
    [w.source.owner, [entry.owner ? plain(entry.owner.name, 80) : w.common.nobody]],
    [w.source.checked, [w.source.everyDays(entry.reviewDays)]],
    ...(reads ? [[w.source.readBy, [w.source.verifiedOf(reads.read, reads.of)]] as const] : []),
  ])
}

/** Somebody waits for an answer that this may be; whoever wrote it knows. */
function offer({ project, entry }: EntryView, { id, text, askers }: OpenQuestion, w: Words): Element {
  const names = askers.map(({ person }) => plain(person.name, 80))
  return section([
    heading(w.source.doesItAnswer),
    body(plain(text), 'small'),
    small(w.source.waitFor(names)),
    ...buttons(
      [
        execute(w.source.answersIt, 'question.settle', {
          project: project.id,
          question: id,
          entry: entry.id,
        }),
      ],
      'small',
    ),
  ])
}

function entryButtons(view: EntryView, note: EntryNote | null, w: Words): (CardButton | null)[] {
  const { entry, project, freshness, canChange } = view
  const base = { project: project.id, id: entry.id }
  const all = execute(w.common.allPages, 'source.show', { project: project.id })
  const undo =
    note && 'undo' in note ? execute(w.common.undo, 'entry.undo', { ...base, version: note.undo }) : null
  if (entry.state.status === 'removed') return [undo, historyButton(w.common.history, view), all]
  if (freshness.kind === 'empty')
    return [canChange ? execute(w.source.writeIt, 'source.form', base) : null, undo, all]
  const seen = { ...base, seen: entry.version }
  return [
    canChange && wantsCheck(freshness) ? execute(w.source.stillTrue, 'entry.verify', seen) : null,
    canChange ? execute(w.source.edit, 'source.form', base) : null,
    undo ?? historyButton(w.common.history, view),
    canChange && !undo ? execute(w.source.remove, 'entry.remove', seen) : null,
    all,
  ]
}
