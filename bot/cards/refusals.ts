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
import { excerpt, listed, oneLine, plain } from './text'
import { ISSUE_STATUS, itemStatus, MOVE_BUTTON } from './words'

/** Nothing was written: what stands in the way, and what one can do instead. */
export function refusalCard(refusal: Refusal, reader: Reader): Card {
  switch (refusal.kind) {
    case 'notFound':
      return notFound(refusal)
    case 'notAllowed':
      return notAllowed(refusal)
    case 'tooLong':
      return tooLong(refusal)
    case 'changedMeanwhile':
      return conflictCard(refusal, reader)
    case 'entryChangedMeanwhile':
      return entryConflictCard(refusal, reader)
    case 'questionGone':
      return questionGoneCard(refusal.project)
    case 'setupChangedMeanwhile':
      return setupChangedCard(refusal)
    case 'raisingChangedMeanwhile':
      return raisingChangedCard(refusal)
    case 'moveNotAllowed':
      return moveNotAllowed(refusal)
    case 'itemEnded':
      return itemEnded(refusal)
    case 'undoTooLate':
      return undoTooLate(refusal, reader)
    case 'nothingToAsk':
      return nothingToAskCard(refusal.project)
    case 'noCardForYou':
      return noCardForYou(refusal)
  }
}

type Of<K extends Refusal['kind']> = Extract<Refusal, { kind: K }>

function notFound({ id }: Of<'notFound'>): Card {
  const words = `There is no ${id} here`
  if (isEntryId(id)) {
    return card(words, [
      title(words),
      ...buttons([execute('All pages', 'say', { text: 'source' }), helpButton()]),
    ])
  }
  const list = isItemId(id) ? 'actions' : 'issues'
  return card(words, [
    title(words),
    body('Numbers count inside one project. Here is what there is:'),
    ...buttons([execute(isItemId(id) ? 'Open items' : 'Open issues', 'say', { text: list }), helpButton()]),
  ])
}

function notAllowed({ who, lead, owner }: Of<'notAllowed'>): Card {
  const names = owner && owner.id !== lead.id ? [owner.name, lead.name] : [lead.name]
  const whose =
    who === 'lead'
      ? `Only ${plain(lead.name, 80)}, who leads the project, and the team's owners can do this.`
      : `Only its owner, who created it, or the lead can change it.`
  return card('Nothing was changed', [
    title('Nothing was changed'),
    body(`${whose} Please ask ${listed(names.map((name) => plain(name, 80))).replace(' and ', ' or ')}.`),
  ])
}

function tooLong({ field, length, most, text }: Of<'tooLong'>): Card {
  const { lines } = excerpt(text, 3000, 40)
  const words = `Not saved: the ${oneLine(field, 40)} is too long`
  return card(words, [
    title(plain(words)),
    body(
      `It has ${number(length)} characters, and ${number(most)} fit. Please shorten it, or attach a file to the conversation.`,
    ),
    quoted('It begins', lines),
  ])
}

function number(count: number): string {
  return count.toLocaleString('en')
}

function moveNotAllowed({ view, wanted, allowed }: Of<'moveNotAllowed'>): Card {
  const { issue } = view
  const words = `${issue.id} is ${ISSUE_STATUS[issue.state.status]}`
  const known = allowed.filter((move) => move !== 'edit')
  const ways = known.map((move) => MOVE_BUTTON[move].toLowerCase())
  return card(`${words}: nothing was changed`, [
    eyebrow(`${issue.id} · ${plain(issue.title)}`),
    title(words),
    body(
      `From here it can not become ${ISSUE_STATUS[wanted]}. What can be done now: ${listed(ways).replace(' and ', ' or ')}.`,
    ),
    ...buttons(known.slice(0, 3).map((move) => moveButton(view, move))),
  ])
}

function itemEnded({ view }: Of<'itemEnded'>): Card {
  const { item, project } = view
  const words = `${item.id} is ${itemStatus(item.state)}`
  return card(`${words}: nothing was changed`, [
    eyebrow(`${item.id} · ${plain(item.title)}`),
    title(words),
    body('Nothing was changed. To go on with it, open it again.'),
    ...buttons([
      view.canChange
        ? execute('Reopen', 'item.form', {
            project: project.id,
            id: item.id,
            seen: item.version,
            change: 'reopen',
          })
        : null,
      execute('Show it', 'item.show', { project: project.id, id: item.id, back: true }),
    ]),
  ])
}

const UNDO_TOO_LATE: Readonly<Record<Of<'undoTooLate'>['because'], string>> = {
  notYours: 'Only who made a change can take it back. Nothing was changed.',
  changedSince: 'It was changed again since. Nothing was taken back; this is how it stands:',
  nothing: 'There is nothing to take back.',
  tooOld: 'This change is too old to be taken back. Nothing was changed.',
}

/** The record as it stands, under the sentence that says why nothing was taken back. */
function undoTooLate({ view, because }: Of<'undoTooLate'>, reader: Reader): Card {
  const record = recordCard(view, reader)
  return {
    ...record,
    speak: UNDO_TOO_LATE[because],
    body: [body(UNDO_TOO_LATE[because], 'none'), ...record.body],
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

function noCardForYou({ project, week }: Of<'noCardForYou'>): Card {
  return card('Nothing is asked of you this week', [
    eyebrow(`${plain(project.name, 80)} · ${weekWords(week)}`),
    title('Nothing is asked of you this week'),
    body('You had no open items when the week was asked.'),
    ...buttons([execute('My items', 'say', { project: project.id, text: 'mine' })]),
  ])
}
