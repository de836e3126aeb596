import { INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder'
import { failureCard } from '../cards/guidanceCard'
import type { ProjectId } from '../domain/ids'
import { epochMs } from '../domain/time'
import type { Occasion } from '../flows/carryOutOnce'
import { followPlace } from '../flows/followPlace'
import type { Records } from '../flows/ports'
import { asSeen } from './commands/hearing'
import { countAnswers, noteHeard, type HeardDeps } from './heard'
import { onFileConsent } from './exportFile'
import { readActivity, type Inbound } from './inbound'
import { onCardAction } from './onCardAction'
import { onInstalled } from './onInstalled'
import { occasionOf } from './occasion'
import { createOnce } from './once'
import { onMessage } from './onMessage'
import { referenceOf } from './reference'
import { answerTap, replyWith } from './reply'
import type { TurnDeps } from './turn'
import { typedIn } from './typedIn'

type RouterDeps = TurnDeps &
  HeardDeps & {
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
    const inbound = readActivity(context.activity)
    const { id, conversation } = context.activity
    const occasion = isAsked(inbound) ? occasionOf(context.activity, inbound, deps.clock.now()) : null
    const keys = [
      ...(id ? [`activity ${conversation.id} ${id}`] : []),
      ...(occasion ? [`occasion ${occasion.key}`] : []),
    ]
    const { value, first } = await once(keys, () => answer(deps, context, inbound, occasion))
    if (!first && value) context.turnState.set(INVOKE_RESPONSE_KEY, value)
  }
}

type Asked = Extract<Inbound, { kind: 'message' | 'cardAction' }>

function isAsked(inbound: Inbound): inbound is Asked {
  return inbound.kind === 'message' || inbound.kind === 'cardAction'
}

/** Answers with what the invoke is answered with, if it is one. What the turn left to send goes out after its answer. */
async function answer(
  deps: RouterDeps,
  context: TurnContext,
  inbound: Inbound,
  occasion: Occasion | null,
): Promise<Partial<Activity> | undefined> {
  const progress: Progress = { saved: false, toSend: new Set() }
  const start = epochMs(deps.clock.now())
  let outcome: 'answered' | 'failed' = 'answered'
  try {
    countAnswers(deps, context, inbound)
    await handle({ ...deps, records: noting(deps.records, progress) }, context, inbound, occasion)
  } catch (cause) {
    outcome = 'failed'
    await tellFailure(deps, context, inbound, { cause, saved: progress.saved })
  }
  deps.observe({ what: 'turn', kind: inbound.kind, outcome, ms: epochMs(deps.clock.now()) - start })
  const heard = noteHeard(deps, inbound).then(() => {
    for (const project of progress.toSend) deps.wake(project)
  })
  // Whoever tapped a button waits for the end of the turn; what was written has its answer already.
  if (inbound.kind !== 'cardAction') await heard
  return context.turnState.get<Partial<Activity>>(INVOKE_RESPONSE_KEY)
}

async function handle(
  deps: TurnDeps,
  context: TurnContext,
  inbound: Inbound,
  occasion: Occasion | null,
): Promise<void> {
  if (inbound.kind === 'ignored') return
  if (inbound.kind === 'placeNews') return followPlace(deps, inbound.news)
  const { place, tenant } = inbound.kind === 'installed' ? inbound : { ...inbound.from, ...inbound }
  const reference = referenceOf(context.activity, tenant)
  if (inbound.kind === 'installed') return onInstalled(deps, context, inbound, reference)
  await deps.addressBook.note(inbound.from, place, reference)
  if (inbound.kind === 'fileConsent') return onFileConsent(deps, context, inbound)
  return inbound.kind === 'message'
    ? onMessage(deps, context, inbound, occasion)
    : onCardAction(deps, context, inbound, occasion)
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
    createEntry: async (project, make) => saved(await records.createEntry(project, make)),
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
  if (!isAsked(inbound)) return
  const wrote = inbound.kind === 'message' ? asSeen(inbound.text) : typedIn(inbound.data)
  const card = failureCard({ reference, unsaved: null, wrote, again: null, saved }, inbound.from)
  try {
    await (inbound.kind === 'message' ? replyWith(context, card) : answerTap(context, card))
  } catch (second) {
    deps.log.error({ cause: second, reference }, 'The failure could not be told')
  }
}
