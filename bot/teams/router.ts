import { INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder'
import { failureCard } from '../cards/guidanceCard'
import type { ProjectId } from '../domain/ids'
import { followPlace } from '../flows/followPlace'
import type { Records } from '../flows/ports'
import { readActivity, type Inbound } from './inbound'
import { onCardAction } from './onCardAction'
import { onInstalled } from './onInstalled'
import { onMessage } from './onMessage'
import { createOnce } from './once'
import { referenceOf } from './reference'
import { answerTap, replyWith } from './reply'
import type { TurnDeps } from './turn'
import { typedIn } from './typedIn'

type RouterDeps = Omit<TurnDeps, 'once'> & {
  /** Has what waits for a project sent soon; never fails. */
  readonly wake: (project: ProjectId) => void
}

/**
 * Handles one activity that passed authentication. The one place where a turn's failure is caught and told. Teams
 * delivers an activity again when its answer is slow: the second gets the answer of the first and does nothing.
 */
export function createRouter(deps: RouterDeps): (context: TurnContext) => Promise<void> {
  const once = createOnce()
  return async (context) => {
    const turn = () => answer({ ...deps, once }, context)
    const { id, conversation } = context.activity
    if (!id) {
      await turn()
      return
    }
    const { value, first } = await once(`activity ${conversation.id} ${id}`, turn)
    if (!first && value) context.turnState.set(INVOKE_RESPONSE_KEY, value)
  }
}

/** Answers with what the invoke is answered with, if it is one. What the turn left to send goes out after its answer. */
async function answer(
  deps: TurnDeps & RouterDeps,
  context: TurnContext,
): Promise<Partial<Activity> | undefined> {
  const inbound = readActivity(context.activity)
  const progress: Progress = { saved: false, toSend: new Set() }
  try {
    await handle({ ...deps, records: noting(deps.records, progress) }, context, inbound)
  } catch (cause) {
    await tellFailure(deps, context, inbound, { cause, saved: progress.saved })
  }
  for (const project of progress.toSend) deps.wake(project)
  return context.turnState.get<Partial<Activity>>(INVOKE_RESPONSE_KEY)
}

async function handle(deps: TurnDeps, context: TurnContext, inbound: Inbound): Promise<void> {
  if (inbound.kind === 'ignored') return
  if (inbound.kind === 'placeNews') return followPlace(deps, inbound.news)
  const { place, tenant } = inbound.kind === 'installed' ? inbound : { ...inbound.from, ...inbound }
  const reference = referenceOf(context.activity, tenant)
  if (inbound.kind === 'installed') return onInstalled(deps, context, inbound, reference)
  await deps.addressBook.note(inbound.from, place, reference)
  return inbound.kind === 'message' ? onMessage(deps, context, inbound) : onCardAction(deps, context, inbound)
}

type Progress = { saved: boolean; readonly toSend: Set<ProjectId> }

/** Records that note whether the turn changed something, and for which projects something is to be sent. */
function noting(records: Records, progress: Progress): Records {
  const saved = <T>(result: T): T => {
    progress.saved = true
    return result
  }
  return {
    ...records,
    async commit(project, commit) {
      const result = await records.commit(project, commit)
      if (result === 'lost') return result
      if ((commit.outgoing?.length ?? 0) > 0) progress.toSend.add(project)
      return saved(result)
    },
    createItem: async (project, make) => saved(await records.createItem(project, make)),
    createIssue: async (project, make) => saved(await records.createIssue(project, make)),
  }
}

/** A person gets one sentence, their own words back, and a reference; the log gets the cause under the same one. */
async function tellFailure(
  deps: TurnDeps,
  context: TurnContext,
  inbound: Inbound,
  { cause, saved }: { readonly cause: unknown; readonly saved: boolean },
): Promise<void> {
  const reference = deps.newReference()
  const { id, conversation } = context.activity
  deps.log.error({ cause, reference, saved, activity: id, conversation: conversation.id }, 'A turn failed')
  if (inbound.kind !== 'message' && inbound.kind !== 'cardAction') return
  const wrote = inbound.kind === 'message' ? inbound.text : typedIn(inbound.data)
  const card = failureCard({ reference, unsaved: null, wrote, again: null, saved })
  try {
    await (inbound.kind === 'message' ? replyWith(context, card) : answerTap(context, card))
  } catch (second) {
    deps.log.error({ cause: second, reference }, 'The failure could not be told')
  }
}
