import { isEntryId, isItemId } from '../domain/ids'
import type { Refusal } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { conflictCard } from './conflictCard'
import { weekWords } from './dates'
import { entryCard } from './entryCard'
import { entryConflictCard } from './entryConflict'
import { moveButton, issueCard } from './issueCard'
import { itemCard } from './itemCard'
import { body, buttons, eyebrow, quoted, title } from './parts'
import { helpButton, nothingToAskCard } from './projectCards'
import { questionGoneCard } from './questionCards'
import { raisingChangedCard } from './raisingCards'
import type { Reader } from './reader'
import { setupChangedCard } from './setupCard'
import { excerpt, plain } from './text'
import { itemStatus } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** Nothing was written: what stands in the way, and what one can do instead. */
export function refusalCard(refusal: Refusal, reader: Reader): Card {
  const w = wordsOf(reader)
  switch (refusal.kind) {
    case 'notFound':
      return notFound(refusal, w)
    case 'notAllowed':
      return notAllowed(refusal, w)
    case 'tooLong':
      return tooLong(refusal, w)
    case 'changedMeanwhile':
      return conflictCard(refusal, reader)
    case 'entryChangedMeanwhile':
      return entryConflictCard(refusal, reader)
    case 'questionGone':
      return questionGoneCard(refusal.project, reader)
    case 'setupChangedMeanwhile':
      return setupChangedCard(refusal, reader)
    case 'raisingChangedMeanwhile':
      return raisingChangedCard(refusal, reader)
    case 'moveNotAllowed':
      return moveNotAllowed(refusal, w)
    case 'itemEnded':
      return itemEnded(refusal, w)
    case 'undoTooLate':
      return undoTooLate(refusal, reader)
    case 'nothingToAsk':
      return nothingToAskCard(refusal.project, reader)
    case 'noCardForYou':
      return noCardForYou(refusal, w)
  }
}

type Of<K extends Refusal['kind']> = Extract<Refusal, { kind: K }>

function notFound({ id }: Of<'notFound'>, w: Words): Card {
  const words = w.refusals.noSuch(id)
  if (isEntryId(id)) {
    return card(words, [
      title(words),
      ...buttons([execute(w.common.allPages, 'say', { text: 'source' }), helpButton(w)]),
    ])
  }
  const list = isItemId(id) ? 'actions' : 'issues'
  return card(words, [
    title(words),
    body(w.refusals.numbersCount),
    ...buttons([
      execute(isItemId(id) ? w.refusals.openItems : w.refusals.openIssues, 'say', { text: list }),
      helpButton(w),
    ]),
  ])
}

function notAllowed({ who, lead, owner }: Of<'notAllowed'>, w: Words): Card {
  const names = owner && owner.id !== lead.id ? [owner.name, lead.name] : [lead.name]
  const whose = who === 'lead' ? w.refusals.onlyLead(plain(lead.name, 80)) : w.refusals.onlyOwner
  return card(w.refusals.nothingChanged, [
    title(w.refusals.nothingChanged),
    body(`${whose} ${w.refusals.pleaseAsk(names.map((name) => plain(name, 80)))}`),
  ])
}

function tooLong({ field, length, most, text }: Of<'tooLong'>, w: Words): Card {
  const { lines } = excerpt(text, 3000, 40)
  const words = w.refusals.tooLongFor(field)
  return card(words, [
    title(plain(words)),
    body(w.refusals.shorten(length, most)),
    quoted(w.refusals.itBegins, lines),
  ])
}

function moveNotAllowed({ view, wanted, allowed }: Of<'moveNotAllowed'>, w: Words): Card {
  const { issue } = view
  const words = w.refusals.is(issue.id, w.states.issue[issue.state.status])
  const known = allowed.filter((move) => move !== 'edit')
  const ways = known.map((move) => w.states.moveInline[move])
  return card(w.refusals.isUnchanged(words), [
    eyebrow(`${issue.id} · ${plain(issue.title)}`),
    title(words),
    body(w.refusals.cannotBecome(w.states.issue[wanted], ways)),
    ...buttons(known.slice(0, 3).map((move) => moveButton(view, move, w))),
  ])
}

function itemEnded({ view }: Of<'itemEnded'>, w: Words): Card {
  const { item, project } = view
  const words = w.refusals.is(item.id, itemStatus(item.state, w))
  return card(w.refusals.isUnchanged(words), [
    eyebrow(`${item.id} · ${plain(item.title)}`),
    title(words),
    body(w.refusals.openAgain),
    ...buttons([
      view.canChange
        ? execute(w.common.reopen, 'item.form', {
            project: project.id,
            id: item.id,
            seen: item.version,
            change: 'reopen',
          })
        : null,
      execute(w.refusals.showIt, 'item.show', { project: project.id, id: item.id, back: true }),
    ]),
  ])
}

/** The record as it stands, under the sentence that says why nothing was taken back. */
function undoTooLate({ view, because }: Of<'undoTooLate'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const record = recordCard(view, reader)
  return {
    ...record,
    speak: w.refusals.undo[because],
    body: [body(w.refusals.undo[because], 'none'), ...record.body],
  }
}

function recordCard(view: Of<'undoTooLate'>['view'], reader: Reader): Card {
  switch (view.record) {
    case 'item':
      return itemCard(view, null, reader)
    case 'issue':
      return issueCard(view, null, reader)
    case 'entry':
      return entryCard({ kind: 'entry', view, note: null, answers: [] }, reader)
  }
}

function noCardForYou({ project, week }: Of<'noCardForYou'>, w: Words): Card {
  return card(w.refusals.nothingAsked, [
    eyebrow(`${plain(project.name, 80)} · ${weekWords(week, w)}`),
    title(w.refusals.nothingAsked),
    body(w.refusals.noOpenItems),
    ...buttons([execute(w.common.myItems, 'say', { project: project.id, text: 'mine' })]),
  ])
}
