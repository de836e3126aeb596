import { standingAsks } from '../domain/channelWeek'
import type { PersonId } from '../domain/ids'
import type { Owed } from '../domain/mine'
import type { Project } from '../domain/project'
import { dateIn } from '../domain/time'
import { weekIn, type WeekId } from '../domain/week'
import type { FlowDeps } from './deps'

/** What is one person's in one project. */
export type Own = {
  readonly owed: readonly Owed[]
  /** The weekly card that waits for their answer, and how many items are on it. */
  readonly card: { readonly week: WeekId; readonly items: number } | null
}

/** Reads what a person has to do in a project, in no order, and whether their card of the week waits for an answer. */
export async function ownIn(
  { records, clock }: Pick<FlowDeps, 'records' | 'clock'>,
  { id, zone }: Project,
  me: PersonId,
): Promise<Own> {
  const now = clock.now()
  const week = weekIn(now, zone)
  const [items, issues, ask] = await Promise.all([
    records.openItems(id),
    records.openIssues(id),
    records.ask(id, week, me),
  ])
  const today = dateIn(now, zone)
  const waits = ask !== null && ask.record.answeredAt === null && ask.record.away === null
  const card = waits && standingAsks([ask.record], items).length > 0 ? ask.record : null
  return {
    owed: [
      ...items
        .filter(({ owner }) => owner.id === me)
        .map((item) => ({ record: 'item', item, today }) as const),
      ...issues
        .filter(({ owner }) => owner?.id === me)
        .map((issue) => ({ record: 'issue', issue, today }) as const),
    ],
    card: card && { week, items: card.items.length },
  }
}
