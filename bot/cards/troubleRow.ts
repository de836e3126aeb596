import type { Trouble } from '../domain/trouble'
import type { ProjectHead } from '../flows/projectHead'
import { execute, type ExecuteAction } from './actions'
import { dateWords, type Calendar } from './dates'
import type { Container } from './elements'
import { row, type Fact } from './parts'
import { plain, unbroken } from './text'
import { wordsOf, type Words } from './words/wordsOf'

/** One trouble: what it is, since when, who waits, and what one could do next. A tap opens its record. */
export function troubleRow(trouble: Trouble, project: ProjectHead, calendar: Calendar): Container {
  const w = wordsOf(calendar)
  return row(
    whatWords(trouble, w),
    factOf(trouble, w),
    [...evidenceLines(trouble, calendar), w.trouble.next(nextWords(trouble, w))],
    { bold: true, tap: showButton(trouble, project, (id) => id) },
  )
}

/** Opens the record that the trouble is about; of somebody silent the first of their items. */
export function showButton(
  trouble: Trouble,
  project: ProjectHead,
  label: (id: string) => string,
): ExecuteAction {
  if (trouble.kind === 'showStopper') {
    const { issue: id } = trouble
    return execute(label(id), 'issue.show', { project: project.id, id })
  }
  const [first = 'A-1' as const] = trouble.kind === 'silent' ? trouble.items : [trouble.item]
  return execute(label(first), 'item.show', { project: project.id, id: first })
}

function whatWords(trouble: Trouble, w: Words): string {
  switch (trouble.kind) {
    case 'silent':
      return w.trouble.notAnswered(plain(trouble.owner.name, 80))
    case 'showStopper':
      return `${plain(trouble.title, 140)} (${unbroken(trouble.issue)})`
    case 'blocked':
    case 'movedOften':
      return `${plain(trouble.title, 140)} (${unbroken(trouble.item)})`
  }
}

function factOf(trouble: Trouble, w: Words): Fact {
  switch (trouble.kind) {
    case 'silent':
      return { text: w.trouble.forWeeks(trouble.weeks) }
    case 'showStopper':
      return { text: w.trouble.openDays(trouble.days), alarming: true }
    case 'blocked':
      return { text: w.trouble.blockedDays(trouble.days), alarming: true }
    case 'movedOften':
      return { text: w.trouble.moved(trouble.times) }
  }
}

const MOST_NAMED = 3

function evidenceLines(trouble: Trouble, calendar: Calendar): string[] {
  const w = wordsOf(calendar)
  switch (trouble.kind) {
    case 'silent': {
      const lost = trouble.unreached === null ? [] : [w.trouble.notDelivered]
      const since = w.trouble.askedSince(
        dateWords(trouble.since, calendar),
        trouble.items.map(unbroken),
        MOST_NAMED,
      )
      return [...lost, `${since}${waitWords(trouble.waits.map(nameOf), w)}`]
    }
    case 'showStopper': {
      const by = w.trouble.reported(dateWords(trouble.since, calendar), nameOf(trouble.reporter))
      return [`${by} ${trouble.owner ? w.trouble.fixes(nameOf(trouble.owner)) : w.trouble.nobodyFixes}`]
    }
    case 'blocked': {
      const needs = trouble.needs ? w.trouble.needs(nameOf(trouble.needs)) : ''
      const since = w.trouble.since(dateWords(trouble.since, calendar), sentence(plain(trouble.reason, 160)))
      return [`${since}${needs}${waitWords(waiting(trouble), w)}`]
    }
    case 'movedOften': {
      const [first, due] = [dateWords(trouble.first, calendar), dateWords(trouble.due, calendar)]
      const why = trouble.why === '' ? '' : `: ${plain(trouble.why, 160)}`
      return [`${sentence(`${w.trouble.firstDue(first, due)}${why}`)}${waitWords(waiting(trouble), w)}`]
    }
  }
}

/** A sentence that the lead could say next, or whom to ask. */
function nextWords(trouble: Trouble, w: Words): string {
  switch (trouble.kind) {
    case 'silent': {
      const [first = ''] = trouble.items
      return trouble.unreached === null ? w.trouble.talk(first) : w.trouble.addThen
    }
    case 'showStopper':
      return trouble.owner
        ? w.trouble.askHelp(nameOf(trouble.owner), trouble.issue)
        : w.trouble.sayWho(trouble.issue)
    case 'blocked':
      return trouble.needs
        ? w.trouble.askWay(nameOf(trouble.needs), trouble.item)
        : w.trouble.findWho(trouble.item)
    case 'movedOften':
      return w.trouble.agreeDate(trouble.item)
  }
}

type OfItem = Extract<Trouble, { kind: 'blocked' | 'movedOften' }>

function waiting({ waits, unblocks }: OfItem): string[] {
  return [...(waits ? [nameOf(waits)] : []), ...(unblocks === null ? [] : [plain(unblocks, 80)])]
}

/** " Lynne Robbins and load test 3 wait." */
function waitWords(who: readonly string[], w: Words): string {
  if (who.length === 0) return ''
  return w.trouble.wait(who, MOST_NAMED)
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function nameOf({ name }: { readonly name: string }): string {
  return plain(name, 80)
}
