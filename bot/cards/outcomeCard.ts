import type { Outcome } from '../flows/outcome'
import { answersCard, noAnswerCard, questionWaitsCard } from './answersCard'
import { audienceCard } from './audienceCards'
import { awayCard, awayForm, backCard } from './awayCards'
import type { Card } from './card'
import { changeForm } from './changeForm'
import { askedCard } from './channelWeek'
import { correctionCard } from './correctionCards'
import { deliveriesCard } from './deliveriesCard'
import { troubleCard } from './digestCard'
import { draftCard } from './draftCard'
import { entryCard } from './entryCard'
import { entryFormCard } from './entryForm'
import { exportCard, importCard } from './exchangeCards'
import { helpCard } from './helpCard'
import { issueCard } from './issueCard'
import { itemCard } from './itemCard'
import { itemForm } from './itemForms'
import { issuesCard, itemsCard } from './lists'
import type { Look } from './look'
import { notPinnedCard, pinnedCard, unpinnedCard } from './pinCards'
import { deletionCard, notSetUpCard, pauseCard, projectSavedCard, remindersCard } from './projectCards'
import { questionSettledCard } from './questionCards'
import { raisingCard, raisingSavedCard } from './raisingCards'
import type { Reader } from './reader'
import { readNoticeCard } from './readNoticeCard'
import { noPastRecapCard, pastRecapCard, recapPostedCard, statusCard } from './recapCard'
import { refusalCard } from './refusals'
import { setupCard } from './setupCard'
import { anchorPostedCard, sourceCard, toVerifyCard } from './sourceCard'
import { weeklyCard } from './weeklyCard'

/** The card that says what came of a command, to who asked; `look` is what the tapped card had open. */
export function outcomeCard(outcome: Outcome, reader: Reader, look: Look = {}): Card {
  switch (outcome.kind) {
    case 'help':
      return helpCard(outcome.project, reader)
    case 'notSetUp':
      return notSetUpCard(reader)
    case 'setupForm':
      return setupCard(outcome, reader)
    case 'projectSaved':
      return projectSavedCard(outcome.project, outcome.created, reader)
    case 'source':
      return sourceCard(outcome.view, reader)
    case 'toVerify':
      return toVerifyCard(outcome, reader)
    case 'entry':
      return entryCard(outcome, reader, look)
    case 'entryForm':
      return entryFormCard(outcome, look, reader)
    case 'answers':
      return answersCard(outcome, reader)
    case 'noAnswer':
      return noAnswerCard(outcome, reader)
    case 'questionWaits':
      return questionWaitsCard(outcome, reader)
    case 'questionSettled':
      return questionSettledCard(outcome, reader)
    case 'hasRead':
      return readNoticeCard(outcome.notice, reader)
    case 'anchorPosted':
      return anchorPostedCard(outcome, reader)
    case 'pinned':
      return pinnedCard(outcome, reader)
    case 'unpinned':
      return unpinnedCard(outcome, reader)
    case 'notPinned':
      return notPinnedCard(outcome, reader)
    case 'record':
      return outcome.view.record === 'item'
        ? itemCard(outcome.view, outcome.note, reader, look)
        : issueCard(outcome.view, outcome.note, reader, look)
    case 'itemForm':
      return itemForm(outcome, reader)
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
    case 'pastRecap':
      return pastRecapCard(outcome, reader)
    case 'noPastRecap':
      return noPastRecapCard(outcome, reader)
    case 'draft':
      return draftCard(outcome, reader)
    case 'recapPosted':
      return recapPostedCard(outcome.project, outcome.posted, outcome.again, reader)
    case 'audienceForm':
    case 'audienceSaved':
    case 'audienceChangedMeanwhile':
      return audienceCard(outcome, reader)
    case 'correctionForm':
    case 'recapCorrected':
    case 'nothingToCorrect':
    case 'tooLateToCorrect':
      return correctionCard(outcome, reader)
    case 'deliveries':
      return deliveriesCard(outcome.view, reader)
    case 'reminders':
      return remindersCard(outcome.on, reader)
    case 'trouble':
      return troubleCard(outcome.view, reader)
    case 'raisingForm':
      return raisingCard(outcome, reader)
    case 'raisingSaved':
      return raisingSavedCard(outcome, reader)
    case 'away':
      return awayCard(outcome, reader)
    case 'awayForm':
      return awayForm(outcome, reader)
    case 'back':
      return backCard(outcome, reader)
    case 'exportOffer':
      return exportCard(outcome, reader)
    case 'importOffer':
    case 'importPreview':
    case 'importProgress':
    case 'importRefused':
      return importCard(outcome, reader)
    case 'deleteAsked':
    case 'deleted':
    case 'stillGoing':
      return deletionCard(outcome, reader)
    case 'paused':
    case 'resumed':
      return pauseCard(outcome, reader)
    case 'changedMeanwhile':
    case 'entryChangedMeanwhile':
    case 'questionGone':
    case 'itemEnded':
    case 'moveNotAllowed':
    case 'noCardForYou':
    case 'notAllowed':
    case 'notFound':
    case 'nothingToAsk':
    case 'raisingChangedMeanwhile':
    case 'setupChangedMeanwhile':
    case 'tooLong':
    case 'undoTooLate':
      return refusalCard(outcome, reader)
  }
}
