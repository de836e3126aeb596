import type { BlockedJson, LateJson, RecapComparisonJson, RecapLine } from '../contract/recap'
import { storedCard } from '../cards/card'
import { correctedWords } from '../cards/correctionWords'
import type { Speaker } from '../cards/reader'
import { colourOf } from '../domain/rag'
import type { BlockedLine, LateLine, PostedRecap } from '../domain/recap'
import { compareRecaps, type RecapComparison } from '../domain/recapComparison'
import { parseWeek } from '../domain/week'
import { NOTHING_HERE, ok, Refused, type Reply } from './answers'
import type { ApiDeps } from './deps'
import { person } from './issueJson'
import type { Visitor } from './visitor'

/** Half a year of weeks. */
const LISTED = 26

/** The posted recaps, newest first, without their cards. */
export async function listRecaps({ records }: ApiDeps, { project, actor }: Visitor): Promise<Reply> {
  const posted = await records.recaps(project.id, null, LISTED + 1)
  return ok({
    rows: posted.slice(0, LISTED).map((one) => recapLine(one, actor)),
    more: posted.length > LISTED,
  })
}

/** One recap with the very card that was posted. */
export async function showRecap(
  { records }: ApiDeps,
  { project, actor }: Visitor,
  text: string,
): Promise<Reply> {
  const week = parseWeek(text)
  const stored = week && (await records.recap(project.id, week))
  if (!stored) throw new Refused(404, NOTHING_HERE)
  return ok({ line: recapLine(stored.record, actor), card: storedCard(stored.record.card) })
}

/** What differs between the recaps of two weeks; the earlier one comes first, whichever was named first. */
export async function showComparison(
  { records }: Pick<ApiDeps, 'records'>,
  { project }: Pick<Visitor, 'project'>,
  asked: { readonly week: string; readonly other: string },
): Promise<Reply> {
  const [week, other] = [parseWeek(asked.week), parseWeek(asked.other)]
  if (!week || !other || week === other) throw new Refused(404, NOTHING_HERE)
  const [one, two] = await Promise.all([records.recap(project.id, week), records.recap(project.id, other)])
  if (!one || !two) throw new Refused(404, NOTHING_HERE)
  return ok(comparisonJson(compareRecaps(one.record.recap, two.record.recap)))
}

function comparisonJson({ slipped, ...comparison }: RecapComparison): RecapComparisonJson {
  const { newlyBlocked, noLongerBlocked, newlyLate, noLongerLate, ...rest } = comparison
  return {
    ...rest,
    colours: [...rest.colours],
    numbers: [...rest.numbers],
    slipped: slipped.map((line) => ({ ...line, owner: person(line.owner) })),
    newlyBlocked: newlyBlocked.map(blockedJson),
    noLongerBlocked: noLongerBlocked.map(blockedJson),
    newlyLate: newlyLate.map(lateJson),
    noLongerLate: noLongerLate.map(lateJson),
  }
}

function blockedJson({ item, title, owner, reason, waits, days }: BlockedLine): BlockedJson {
  return { item, title, owner: person(owner), reason, waits: waits && person(waits), days }
}

function lateJson({ item, title, owner, due, days }: LateLine): LateJson {
  return { item, title, owner: person(owner), due, days }
}

function recapLine({ recap, postedAt, postedBy }: PostedRecap, { locale }: Speaker): RecapLine {
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
    corrected: correctedWords(recap, locale),
    workstreams: workstreams.map(({ name, verdict }) => ({ name, colour: colourOf(verdict) })),
  }
}
