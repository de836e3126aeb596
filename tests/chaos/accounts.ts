import { outgoingRow } from '../../bot/storage/outgoingRow'
import { THIS_WEEK } from '../support/builders'
import type { Connector } from '../support/connector'
import { checkRecords } from './checkRecords'
import { meaningOf, postedMeaning } from './meanings'
import type { Deeds } from './week'
import type { World } from './world'

/** What became of a week's messages, each by what it means. Good where all lists are empty. */
export type Account = {
  readonly messages: number
  readonly unknown: number
  readonly ambiguous: number
  /** Caused and committed, and neither accepted by Teams nor known to be unknown. */
  readonly lost: readonly string[]
  /** Accepted by Teams, and nothing in the records caused it. */
  readonly unexpected: readonly string[]
  /** Accepted by Teams more than once. */
  readonly doubled: readonly string[]
  /** Unknown to us though the ledger is clear, or thought to be known though it is not. */
  readonly misjudged: readonly string[]
  /** Records that are missing, doubled or not whole, and cards that show something old. */
  readonly broken: readonly string[]
}

/** The messages that stand as unknown in our records now. */
export async function unknownNow({ client, project, storage }: World): Promise<string[]> {
  const found: string[] = []
  const filter = `PartitionKey eq '${project}' and RowKey ge 'sent.' and RowKey lt 'sent.~'`
  for await (const row of client.listEntities({ queryOptions: { filter } })) {
    const { what, state } = outgoingRow.fromEntity(row)
    if (state.status === 'unknown') found.push(meaningOf(what))
  }
  for (const { record } of await storage.records.asks(project, THIS_WEEK)) {
    if (record.delivery.status === 'unknown') found.push(`ask to ${record.person.name}`)
  }
  const card = await storage.records.posted(project, `week:${THIS_WEEK}`)
  if (card?.message === null) found.push('card of the week')
  const recap = await storage.records.recap(project, THIS_WEEK)
  return recap?.record.delivery.status === 'unknown' ? [...found, 'recap'] : found
}

type Seen = {
  readonly deeds: Deeds
  /** All that stood as unknown at the end of some act. */
  readonly unknown: ReadonlySet<string>
  /** From where in the ledger a weekly card is a reminder. */
  readonly remindedFrom: number
}

/** Accounts for every message of the week, as a checker of queues does: what was caused against what was accepted. */
export async function account(world: World, { deeds, unknown, remindedFrom }: Seen): Promise<Account> {
  const posts = world.connector.ledger.flatMap((request, index) => {
    const meaning = postedMeaning(request, index >= remindedFrom)
    return meaning === null ? [] : [{ ...request, meaning }]
  })
  const accepted = posts.filter(({ made }) => made !== null).map(({ meaning }) => meaning)
  const unanswered = posts.filter(({ status }) => status === null || status >= 500)
  const { broken, expected } = await checkRecords(world, deeds, unknown)

  // Exactly these: what was known is written in one step, so that whoever comes later can't know more, nor less.
  const ambiguous = new Set([...unanswered.map(({ meaning }) => meaning), ...world.abandoned.map(meaningOf)])
  return {
    messages: expected.size,
    unknown: unknown.size,
    ambiguous: ambiguous.size,
    lost: [...expected].filter((meaning) => !accepted.includes(meaning) && !unknown.has(meaning)),
    unexpected: accepted.filter((meaning) => !expected.has(meaning)),
    doubled: accepted
      .filter((meaning, index) => accepted.indexOf(meaning) !== index)
      .map(
        (twice) =>
          `${twice} (${posts
            .filter(({ meaning }) => meaning === twice)
            .map(wayOf)
            .join(', ')})`,
      ),
    misjudged: [
      ...[...unknown].filter((one) => !ambiguous.has(one)).map((one) => `${one} is unknown to us alone`),
      ...[...ambiguous]
        .filter((one) => !unknown.has(one))
        .map((one) => `${one} is ambiguous and not unknown`),
    ],
    broken,
  }
}

/** By which process, when on the wall of this machine, and how it was answered. */
function wayOf({ by, status, on }: Connector['ledger'][number]): string {
  return `${by} at ${new Date(on).toISOString().slice(11, 23)}: ${status ?? 'cut'}`
}
