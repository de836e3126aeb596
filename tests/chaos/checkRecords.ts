import type { ActionItem } from '../../bot/domain/actionItem'
import type { Ask } from '../../bot/domain/cycle'
import type { IssueId, ItemId, RecordId } from '../../bot/domain/ids'
import { THIS_WEEK } from '../support/builders'
import { buttonsOn } from '../support/sentCards'
import { cardOf, GENERAL, PEOPLE, wordsIn } from '../support/teamsTrial'
import type { Deeds } from './week'
import { personOf, type World } from './world'

const { megan, adele, isaiah, patti, lynne } = PEOPLE
const ITEMS_AT_FIRST = 4
/** Who never answers. */
const SILENT = [isaiah, patti, lynne]

/** What must have been sent by what people did and the clock said, and what is wrong in the records. */
type Checked = { readonly expected: ReadonlySet<string>; readonly broken: readonly string[] }

/** Looks at the records of a week that is over; `unknown`: the messages of which nobody knows. */
export async function checkRecords(
  world: World,
  deeds: Deeds,
  unknown: ReadonlySet<string>,
): Promise<Checked> {
  const broken: string[] = []
  const expected = new Set([
    'card of the week',
    'draft',
    'recap',
    'A-1 done to Lynne Robbins',
    'A-4 moved to Megan Bowen',
  ])
  const must = (isSo: boolean, what: string): void => {
    if (!isSo) broken.push(what)
  }
  if (deeds.isMentioned) expected.add(`mention of ${isaiah.name}`)
  const { records } = world.storage
  const items = await checkItems(world, deeds, must)
  await checkIssues(world, deeds, must)

  const cycle = await records.cycle(world.project, THIS_WEEK)
  must(cycle !== null && cycle.record.draftedAt !== null, 'The week was not asked and drafted')
  must((await records.recap(world.project, THIS_WEEK)) !== null, 'There is no recap')

  const asks = (await records.asks(world.project, THIS_WEEK)).map(({ record }) => record)
  const asked = asks.map(({ person }) => person.name).toSorted()
  const owners = [megan, adele, isaiah, patti, lynne].map(({ name }) => name).toSorted()
  must(asked.join() === owners.join(), `Asked were ${asked.join()}`)
  for (const ask of asks) {
    const { name, id } = ask.person
    const { delivery } = ask
    expected.add(`ask to ${name}`)
    must(delivery.status === 'sent' || unknown.has(`ask to ${name}`), `${name}'s card is ${delivery.status}`)
    const isSilent = SILENT.some((person) => personOf(person).id === id)
    const isReached = !unknown.has(`ask to ${name}`) && delivery.status === 'sent'
    const due = isSilent && isReached ? 1 : 0
    must(ask.remindedAt.length === due, `${name} was reminded at [${ask.remindedAt.join()}]`)
    if (ask.remindedAt.length > 0) expected.add(`reminder to ${name}`)
  }
  if (!unknown.has('card of the week')) checkCount(world, asks, items, must)
  checkOvertaken(world, asks, unknown, must)
  return { expected, broken }
}

type Must = (isSo: boolean, what: string) => void

/** Numbers without a gap, each attempt at a new item at most once and the answered one certainly, histories whole. */
async function checkItems(world: World, { added }: Deeds, must: Must): Promise<readonly ActionItem[]> {
  const { records } = world.storage
  const items: ActionItem[] = []
  for (let number = 1; number <= ITEMS_AT_FIRST + added; number++) {
    const stored = await records.item(world.project, `A-${number}`)
    if (stored) items.push(stored.record)
  }
  must(isDense(items), `Items are ${items.map(({ id }) => id).join()}`)
  must((await records.item(world.project, `A-${items.length + 1}`)) === null, 'There are more items')
  const plans = items.map(({ title }) => title).filter((title) => title.startsWith('Sign plan'))
  must(plans.includes(`Sign plan ${added}`) && isOnceEach(plans), `Plans are ${plans.join()} of ${added}`)
  const [first, , , fourth] = items
  must(first?.state.status === 'done', 'A-1 is not done')
  must(fourth?.due?.moves.length === 1, `A-4 was moved ${fourth?.due?.moves.length} times`)
  for (const item of items) await checkHistory(world, item.id, item.version, must)
  return items
}

async function checkIssues(world: World, { logged }: Deeds, must: Must): Promise<void> {
  const issues = await world.storage.records.issues(world.project, { before: null, limit: 100 })
  must(isDense(issues.toReversed()), `Issues are ${issues.map(({ id }) => id).join()}`)
  const titles = issues.map(({ title }) => title)
  const isThere = titles.some((title) => title.startsWith(`Export ${logged} stops`))
  must(isThere && isOnceEach(titles), `Issues are ${titles.join()} of ${logged}`)
  for (const issue of issues) await checkHistory(world, issue.id, issue.version, must)
}

async function checkHistory(world: World, id: RecordId, version: number, must: Must): Promise<void> {
  const history = await world.storage.records.history(world.project, id)
  const versions = history.map((change) => change.version)
  const whole = Array.from({ length: version }, (_, index) => index + 1)
  must(versions.join() === whole.join(), `The history of ${id}, now ${version}, is ${versions.join()}`)
}

function isDense(records: readonly { readonly id: ItemId | IssueId }[]): boolean {
  return records.every(({ id }, index) => id.endsWith(`-${index + 1}`))
}

function isOnceEach(titles: readonly string[]): boolean {
  return new Set(titles).size === titles.length
}

/** The channel's card shows who has answered by now. */
function checkCount(world: World, asks: readonly Ask[], items: readonly ActionItem[], must: Must): void {
  const card = world.connector
    .messagesIn(GENERAL)
    .find((message) => /\d of \d ha/.test(wordsIn(message)) && buttonsOn(cardOf(message)).length > 0)
  const owning = new Set(items.filter(({ state }) => state.status !== 'done').map(({ owner }) => owner.id))
  const standing = asks.filter((ask) => ask.answeredAt !== null || owning.has(ask.person.id))
  const answered = standing.filter((ask) => ask.answeredAt !== null)
  const count = `${answered.length} of ${standing.length}`
  must(wordsIn(card).includes(count), `The channel does not show ${count} but ${wordsIn(card)}`)
}

/** Who was reminded has one live card. */
function checkOvertaken(world: World, asks: readonly Ask[], unknown: ReadonlySet<string>, must: Must): void {
  for (const person of SILENT) {
    const ask = asks.find((one) => one.person.id === personOf(person).id)
    if (!ask || ask.remindedAt.length === 0 || unknown.has(`reminder to ${person.name}`)) continue
    const live = world.connector
      .messagesIn(world.connector.chatWith(person))
      .filter((message) => buttonsOn(cardOf(message)).some(({ verb }) => verb === 'week.answer'))
    must(live.length === 1, `${person.name} has ${live.length} live cards`)
  }
}
