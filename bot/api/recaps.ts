import type { RecapLine } from '../contract/recap'
import { storedCard } from '../cards/card'
import { correctedWords } from '../cards/correctionWords'
import { colourOf } from '../domain/rag'
import type { PostedRecap } from '../domain/recap'
import { parseWeek } from '../domain/week'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import type { ApiDeps } from './deps'
import { person } from './issueJson'
import type { Visitor } from './visitor'

/** Half a year of weeks. */
const LISTED = 26

/** The posted recaps, newest first, without their cards. */
export async function listRecaps({ records }: ApiDeps, { project }: Visitor): Promise<Reply> {
  const posted = await records.recaps(project.id, null, LISTED + 1)
  return ok({ rows: posted.slice(0, LISTED).map(recapLine), more: posted.length > LISTED })
}

/** One recap with the very card that was posted. */
export async function showRecap({ records }: ApiDeps, { project }: Visitor, text: string): Promise<Reply> {
  const week = parseWeek(text)
  const stored = week && (await records.recap(project.id, week))
  if (!stored) throw new Refused(404, NOTHING_HERE)
  return ok({ line: recapLine(stored.record), card: storedCard(stored.record.card) })
}

function recapLine({ recap, postedAt, postedBy }: PostedRecap): RecapLine {
  const { week, from, to, overall, headline, answers, workstreams, editedBy } = recap
  return {
    week,
    from,
    to,
    colour: colourOf(overall),
    headline,
    answered: answers && { answered: answers.answered, asked: answers.asked },
    postedAt,
    postedBy: postedBy && person(postedBy),
    editedBy: editedBy && person(editedBy),
    corrected: correctedWords(recap, 'en-GB'),
    workstreams: workstreams.map(({ name, verdict }) => ({ name, colour: colourOf(verdict) })),
  }
}
