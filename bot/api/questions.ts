import { wordsOf } from '../cards/words/wordsOf'
import { askRequest, settleRequest } from '../contract/source'
import type { QuestionId } from '../domain/ids'
import { openQuestions } from '../flows/openQuestions'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import { changing } from './changing'
import type { ApiDeps } from './deps'
import { parsed } from './issues'
import { questionJson } from './sourceJson'
import type { Visitor } from './visitor'

/** What waits for an answer, the most asked first. */
export async function listQuestions(deps: ApiDeps, { project }: Visitor): Promise<Reply> {
  return ok({ questions: (await openQuestions(deps, project)).map(questionJson) })
}

/** Lets a question wait for its answer. */
export async function askQuestion(deps: ApiDeps, visitor: Visitor, body: unknown): Promise<Reply> {
  const { question } = parsed(askRequest.safeParse(body))
  const outcome = await changing(deps, visitor, { do: 'askLead', question })
  if (outcome.kind !== 'questionWaits') throw new Error(`A question can't end as ${outcome.kind}`)
  return ok({ question: questionJson(outcome.question), again: outcome.again })
}

/** Longer than any that we give. */
const LONGEST_ID = 100

/** Answers a question with an entry, or says that it needs no answer; who may not gets one sentence. */
export async function settleQuestion(
  deps: ApiDeps,
  visitor: Visitor,
  id: string,
  body: unknown,
): Promise<Reply> {
  const { entry } = parsed(settleRequest.safeParse(body))
  if (id.length > LONGEST_ID) throw new Refused(404, NOTHING_HERE)
  const outcome = await changing(deps, visitor, { do: 'settleQuestion', question: id as QuestionId, entry })
  switch (outcome.kind) {
    case 'questionSettled':
      return ok({ question: questionJson(outcome.question), again: outcome.again })
    case 'notAllowed':
      return {
        status: 422,
        body: { kind: 'refused', text: wordsOf(visitor.actor).tab.canAnswer(outcome.lead.name) },
      }
    default:
      throw new Refused(404, NOTHING_HERE)
  }
}
