import { addEntry } from './addEntry'
import { addItem } from './addItem'
import { answerQuestion } from './answerQuestion'
import { askForUpdates } from './askForUpdates'
import { askLead } from './askLead'
import { changeEntry } from './changeEntry'
import { changeIssue } from './changeIssue'
import { changeItem } from './changeItem'
import { commentIssue } from './commentIssue'
import { comeBack } from './comeBack'
import { saveAudience, showAudience } from './chooseAudience'
import type { Order } from './command'
import { saveCorrection, showCorrection } from './correctRecap'
import type { FlowDeps } from './deps'
import { deleteProject } from './deleteProject'
import { draftRecap, editDraft } from './draftRecap'
import { editEntry } from './entryForm'
import { offerExport } from './exchange/exportProject'
import { fetchImport } from './exchange/fetchImport'
import { runImport } from './exchange/importRecords'
import { showImport } from './exchange/previewImport'
import { offerImport } from './exchange/receiveImport'
import { goAway } from './goAway'
import { listIssues } from './listIssues'
import { listItems } from './listItems'
import { logIssue } from './logIssue'
import type { Outcome } from './outcome'
import { pauseProject, resumeProject } from './pauseProject'
import { pinSource, unpinSource } from './pinSource'
import { postAnchor } from './postAnchor'
import { postRecap } from './postRecap'
import { readEntry } from './readEntry'
import { recordAnswer } from './recordAnswer'
import { saveRaising, showRaising, showTrouble } from './setRaising'
import { saveSetup, showSetup } from './setupProject'
import { settleQuestion } from './settleQuestion'
import { showEntry } from './showEntry'
import { showDeliveries } from './showDeliveries'
import { showHelp } from './showHelp'
import { showRecap } from './showRecap'
import { showRecord } from './showRecord'
import { showSource } from './showSource'
import { showWeeklyCard } from './showWeeklyCard'
import { snoozeCard } from './snoozeCard'
import { undoChange } from './undoChange'
import { viewStatus } from './viewStatus'
import { wantReminders } from './wantReminders'

/**
 * Carries out what somebody asked for, whichever door it came through: each command has one flow. Who owns the team is
 * asked only when it would make a difference: a refusal wrote nothing, so the command is carried out once more.
 */
export async function carryOut(deps: FlowDeps, order: Order): Promise<Outcome> {
  const outcome = await obey(deps, order)
  const { actor, project } = order
  const { teamAccess } = deps
  if (outcome.kind !== 'notAllowed' || outcome.who !== 'lead' || actor.ownsTeam) return outcome
  if (teamAccess.kind !== 'granted' || !(await teamAccess.owners.owns(project, actor.person.id)))
    return outcome
  return obey(deps, { ...order, actor: { ...actor, ownsTeam: true } })
}

async function obey(deps: FlowDeps, order: Order): Promise<Outcome> {
  const { command } = order
  switch (command.do) {
    case 'help':
      return showHelp(deps, { ...order, command })
    case 'showSetup':
      return showSetup(deps, { ...order, command })
    case 'saveSetup':
      return saveSetup(deps, { ...order, command })
    case 'addItem':
      return addItem(deps, { ...order, command })
    case 'listItems':
      return listItems(deps, { ...order, command })
    case 'changeItem':
      return changeItem(deps, { ...order, command })
    case 'logIssue':
      return logIssue(deps, { ...order, command })
    case 'listIssues':
      return listIssues(deps, { ...order, command })
    case 'changeIssue':
      return changeIssue(deps, { ...order, command })
    case 'commentIssue':
      return commentIssue(deps, { ...order, command })
    case 'show':
      return showRecord(deps, { ...order, command })
    case 'undo':
      return undoChange(deps, { ...order, command })
    case 'source':
      return showSource(deps, { ...order, command })
    case 'showEntry':
      return showEntry(deps, { ...order, command })
    case 'addEntry':
      return addEntry(deps, { ...order, command })
    case 'editEntry':
      return editEntry(deps, { ...order, command })
    case 'changeEntry':
      return changeEntry(deps, { ...order, command })
    case 'readEntry':
      return readEntry(deps, { ...order, command })
    case 'where':
      return answerQuestion(deps, { ...order, command })
    case 'askLead':
      return askLead(deps, { ...order, command })
    case 'settleQuestion':
      return settleQuestion(deps, { ...order, command })
    case 'postAnchor':
      return postAnchor(deps, { ...order, command })
    case 'pin':
      return pinSource(deps, { ...order, command })
    case 'unpin':
      return unpinSource(deps, { ...order, command })
    case 'askNow':
      return askForUpdates(deps, { ...order, command })
    case 'showCard':
      return showWeeklyCard(deps, { ...order, command })
    case 'answer':
      return recordAnswer(deps, { ...order, command })
    case 'deleteProject':
      return deleteProject(deps, { ...order, command })
    case 'pause':
      return pauseProject(deps, { ...order, command })
    case 'resume':
      return resumeProject(deps, { ...order, command })
    case 'trouble':
      return showTrouble(deps, { ...order, command })
    case 'showRaising':
      return showRaising(deps, { ...order, command })
    case 'saveRaising':
      return saveRaising(deps, { ...order, command })
    case 'wantReminders':
      return wantReminders(deps, { ...order, command })
    case 'away':
      return goAway(deps, { ...order, command })
    case 'back':
      return comeBack(deps, { ...order, command })
    case 'snooze':
      return snoozeCard(deps, { ...order, command })
    case 'status':
      return viewStatus(deps, { ...order, command })
    case 'showRecap':
      return showRecap(deps, { ...order, command })
    case 'draft':
      return draftRecap(deps, { ...order, command })
    case 'editDraft':
      return editDraft(deps, { ...order, command })
    case 'postRecap':
      return postRecap(deps, { ...order, command })
    case 'correctRecap':
      return showCorrection(deps, { ...order, command })
    case 'saveCorrection':
      return saveCorrection(deps, { ...order, command })
    case 'showAudience':
      return showAudience(deps, { ...order, command })
    case 'saveAudience':
      return saveAudience(deps, { ...order, command })
    case 'export':
      return offerExport(deps, { ...order, command })
    case 'import':
      return offerImport(deps, { ...order, command })
    case 'fetchImport':
      return fetchImport(deps, { ...order, command })
    case 'showImport':
      return showImport(deps, { ...order, command })
    case 'runImport':
      return runImport(deps, { ...order, command })
    case 'deliveries':
      return showDeliveries(deps, { ...order, command })
  }
}
