import type { QuestionId } from '../domain/ids'
import { askedAgain, type OpenQuestion } from '../domain/openQuestion'
import { isSamePerson } from '../domain/person'
import { cleanText, shortened } from '../domain/text'
import { againWhenLost } from './againWhenLost'
import type { CommandOf, Order } from './command'
import type { FlowDeps } from './deps'
import { meetInProject } from './meetInProject'
import type { Outcome } from './outcome'
import { headOf } from './projectHead'
import { meaningIn } from './sourceWords'
import { tooLong } from './tooLong'

/** A question is one sentence or two. */
const LONGEST = 500

/**
 * Lets a question wait for an answer. The same words asked by several are one question with several who wait; the lead
 * is told of it once.
 */
export async function askLead(
  deps: Pick<FlowDeps, 'records' | 'people' | 'clock'>,
  order: Order<CommandOf<'askLead'>>,
): Promise<Outcome> {
  const refusal = tooLong({ question: order.command.question })
  if (refusal) return refusal
  const { id, text } = keptQuestion(order.command.question)
  await meetInProject(deps, order, [order.actor.person])
  return againWhenLost(async () => {
    const [stored, before] = await Promise.all([
      deps.records.project(order.project),
      deps.records.question(order.project, id),
    ])
    if (!stored) return { kind: 'notSetUp' }
    const project = stored.record
    const by = order.actor.person
    const at = deps.clock.now()
    const question = askedAgain(before?.record ?? null, { id, text, by: { id: by.id, name: by.name }, at })
    if (question === before?.record) {
      return { kind: 'questionWaits', project: headOf(project), question, again: true }
    }
    const isNew = question.askers.length === 1 && !isSamePerson(project.lead, by)
    const what = { kind: 'questionAsked', question: id } as const
    const saved = await deps.records.commit(project.id, {
      questions: [{ record: question, over: before?.revision ?? 'new' }],
      outgoing: isNew ? [{ id: `questionAsked.${id}.v${question.version}`, at, what }] : [],
    })
    return saved === 'lost'
      ? 'lost'
      : { kind: 'questionWaits', project: headOf(project), question, again: false }
  })
}

/** A question as it is kept, whoever asks it and however they put it. */
export function keptQuestion(asked: string): Pick<OpenQuestion, 'id' | 'text'> {
  const clean = cleanText(asked)
  const text = shortened(clean.kind === 'ok' ? clean.text : '', LONGEST)
  return { id: questionIdOf(text), text }
}

/** The words that mean something, in one order: "Who signs for Rotterdam?" is the same question as "Rotterdam: who signs". */
function questionIdOf(text: string): QuestionId {
  const words = [...meaningIn(text)].sort().join('-')
  const key = words === '' ? text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-') : words
  // Letters beyond these take more room in a key.
  const most = /^[a-z0-9-]*$/.test(key) ? 80 : 30
  return (Array.from(key).slice(0, most).join('') || 'question') as QuestionId
}
