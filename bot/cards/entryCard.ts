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
import { alarmWords, freshnessMark, KIND_WORDS, verifiedWords } from './sourceWords'
import { counted, listed, oneLine, plain } from './text'
import { calendarOf } from './words'

/** One entry of the source of truth: how far it may be trusted first, then what it says and who answers for it. */
export function entryCard(
  { view, note, answers }: Extract<SourceOutcome, { kind: 'entry' }>,
  reader: Reader,
  look: Look = {},
): Card {
  const { entry } = view
  const page = look.page ?? 0
  return card(`${entry.id}: ${oneLine(entry.title, 120)}`, [
    eyebrow(dotted(entry.id, KIND_WORDS[entry.kind])),
    title(plain(entry.title)),
    ...(entry.state.status === 'removed' ? removed(view, reader) : trust(view, reader)),
    ...noteLine(note),
    ...contentOf(view, reader),
    ...entryFacts(view),
    ...answers.map((question) => offer(view, question)),
    ...historySection(view, page, reader),
    ...buttons(view.history === null ? entryButtons(view, note) : historyButtons(view, page)),
  ])
}

function removed({ entry, today }: EntryView, reader: Reader): Element[] {
  if (entry.state.status !== 'removed') return []
  const { by, at } = entry.state
  const when = momentWords(at, reader.zone, calendarOf(today, reader))
  return [
    marked({ sign: '–', colour: 'default' }, 'Removed', ` by ${oneLine(by.name, 80)}, ${when}`, 'medium'),
  ]
}

function trust({ entry, freshness, today }: EntryView, reader: Reader): Element[] {
  const mark = freshnessMark(freshness)
  if (freshness.kind === 'empty') return [marked(mark, 'Not written yet', '', 'medium')]
  const when = verifiedWords(entry, reader)
  const by = entry.verified ? `by ${oneLine(entry.verified.by.name, 80)}, ${when ?? ''}` : ''
  const alarm = alarmWords(freshness, calendarOf(today, reader))
  if (!alarm) return [marked(mark, 'Verified', ` ${by}`, 'medium')]
  return [marked(mark, alarm.text, by === '' ? '' : `. Verified ${by}`, 'medium')]
}

function noteLine(note: EntryNote | null): Element[] {
  switch (note?.kind) {
    case undefined:
      return []
    case 'unchanged':
      return [body('Nothing changed: it stood like this already.', 'medium')]
    case 'undone':
      return [body(`${plain(note.by.name, 80)} took back the last change.`, 'medium')]
    case 'added':
      return [body('Saved. It stands on the page now.', 'medium')]
    case 'changed':
      return [body(`${plain(note.by.name, 80)} changed it.`, 'medium')]
    case 'verified':
      return [body('Thank you. I ask again when its time has come.', 'medium')]
    case 'removed':
      return [body('It no longer stands on the page.', 'medium')]
  }
}

function contentOf({ entry, project }: EntryView, { links }: Reader): Element[] {
  const { content } = entry
  switch (content.kind) {
    case 'empty':
      return [body('Whoever knows can write it: a link, or a few lines.', 'medium')]
    case 'link':
      return [{ ...body(linkTo(plain(content.url.replace(/^https:\/\//, ''), 120), content.url), 'medium') }]
    case 'text': {
      const { lines, cut } = safeMarkdown(content.text)
      const more = cut ? [small('The rest stands on the tab.', 'small')] : []
      const open = cut
        ? openUrl('Read it all', links.tab(project.id, { page: 'record', id: entry.id }))
        : null
      return [
        ...lines.map((line, at) => body(line, at === 0 ? 'medium' : 'small')),
        ...more,
        ...buttons([open]),
      ]
    }
  }
}

function entryFacts({ entry, reads }: EntryView): Element[] {
  if (!isWritten(entry) && entry.owner === null) return []
  return facts([
    ['Owner', [entry.owner ? plain(entry.owner.name, 80) : 'Nobody']],
    ['Checked', [`Every ${counted(entry.reviewDays, 'day')}`]],
    ...(reads ? [['Read by', [`${reads.read} of ${reads.of}`]] as const] : []),
  ])
}

/** Somebody waits for an answer that this may be; whoever wrote it knows. */
function offer({ project, entry }: EntryView, { id, text, askers }: OpenQuestion): Element {
  const names = askers.map(({ person }) => plain(person.name, 80))
  return section([
    heading('Does it answer this?'),
    body(plain(text), 'small'),
    small(`${listed(names, 3)} ${names.length === 1 ? 'waits' : 'wait'} for an answer`),
    ...buttons(
      [execute('Answers it', 'question.settle', { project: project.id, question: id, entry: entry.id })],
      'small',
    ),
  ])
}

function entryButtons(view: EntryView, note: EntryNote | null): (CardButton | null)[] {
  const { entry, project, freshness, canChange } = view
  const base = { project: project.id, id: entry.id }
  const all = execute('All pages', 'source.show', { project: project.id })
  const undo = note && 'undo' in note ? execute('Undo', 'entry.undo', { ...base, version: note.undo }) : null
  if (entry.state.status === 'removed') return [undo, historyButton('History', view), all]
  if (freshness.kind === 'empty')
    return [canChange ? execute('Write it', 'source.form', base) : null, undo, all]
  const seen = { ...base, seen: entry.version }
  return [
    canChange && wantsCheck(freshness) ? execute('Still true', 'entry.verify', seen) : null,
    canChange ? execute('Edit', 'source.form', base) : null,
    undo ?? historyButton('History', view),
    canChange && !undo ? execute('Remove', 'entry.remove', seen) : null,
    all,
  ]
}
