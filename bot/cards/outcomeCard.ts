import type { Outcome } from '../flows/outcome'
import type { Card } from './card'
import { changeForm } from './changeForm'
import { askedCard } from './channelWeek'
import { draftCard } from './draftCard'
import { helpCard } from './helpCard'
import { issueCard } from './issueCard'
import { itemCard } from './itemCard'
import { itemForm } from './itemForms'
import { issuesCard, itemsCard } from './lists'
import type { Look } from './look'
import { notPinnedCard, pinnedCard, unpinnedCard } from './pinCards'
import { notSetUpCard, pauseCard, projectSavedCard, remindersCard, sourceCard } from './projectCards'
import type { Reader } from './reader'
import { recapPostedCard, statusCard } from './recapCard'
import { refusalCard } from './refusals'
import { setupCard } from './setupCard'
import { weeklyCard } from './weeklyCard'

/** The card that says what came of a command, to who asked; `look` is what the tapped card had open. */
export function outcomeCard(outcome: Outcome, reader: Reader, look: Look = {}): Card {
  switch (outcome.kind) {
    case 'help':
      return helpCard(outcome.project, reader)
    case 'notSetUp':
      return notSetUpCard()
    case 'setupForm':
      return setupCard(outcome)
    case 'projectSaved':
      return projectSavedCard(outcome.project, outcome.created, reader)
    case 'source':
      return sourceCard(outcome.project, reader)
    case 'pinned':
      return pinnedCard(outcome)
    case 'unpinned':
      return unpinnedCard(outcome)
    case 'notPinned':
      return notPinnedCard(outcome, reader)
    case 'record':
      return outcome.view.record === 'item'
        ? itemCard(outcome.view, outcome.note, reader, look)
        : issueCard(outcome.view, outcome.note, reader, look)
    case 'itemForm':
      return itemForm(outcome)
    case 'changeForm':
      return changeForm(outcome, reader)
    case 'items':
      return itemsCard(outcome.list, reader)
    case 'issues':
      return issuesCard(outcome.list, reader)
    case 'weeklyCard':
      return weeklyCard(outcome.view, outcome.stillLate, reader, look)
    case 'asked':
      return askedCard(outcome.view, outcome.again, reader)
    case 'status':
      return statusCard(outcome.project, outcome.recap, reader)
    case 'draft':
      return draftCard(outcome, reader)
    case 'recapPosted':
      return recapPostedCard(outcome.project, outcome.posted, outcome.again, reader)
    case 'reminders':
      return remindersCard(outcome.on)
    case 'paused':
    case 'resumed':
      return pauseCard(outcome)
    case 'changedMeanwhile':
    case 'itemEnded':
    case 'moveNotAllowed':
    case 'noCardForYou':
    case 'notAllowed':
    case 'notFound':
    case 'nothingToAsk':
    case 'setupChangedMeanwhile':
    case 'tooLong':
    case 'undoTooLate':
      return refusalCard(outcome, reader)
  }
}
