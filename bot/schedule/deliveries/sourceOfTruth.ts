import { questionAnsweredCard, questionAskedCard } from '../../cards/questionCards'
import { readNoticeCard } from '../../cards/readNoticeCard'
import type { Project } from '../../domain/project'
import { entryBy } from '../../flows/findEntry'
import type { OutgoingWhat } from '../../flows/outgoing'
import { headOf } from '../../flows/projectHead'
import { loadReadNotice } from '../../flows/readEntry'
import { lineOf } from '../../flows/sourceView'
import type { Delivery } from '../delivery'
import { NOTHING, readerFor, remembered, UNTRACKED, type DeliveryDeps } from './parts'

type Of<K extends OutgoingWhat['kind']> = Extract<OutgoingWhat, { kind: K }>

/** Asks everybody in the channel to read a version of an entry: posted once, edited in place as they do. */
export async function toBeRead(
  deps: DeliveryDeps,
  project: Project,
  { entry, version }: Of<'toBeRead'>,
): Promise<Delivery> {
  const about = `read:${entry}:${version}` as const
  const [notice, standing, reader] = await Promise.all([
    loadReadNotice(deps, project, entry, version, null),
    deps.records.posted(project.id, about),
    readerFor(deps, project, null),
  ])
  if (!notice) return NOTHING
  const card = readNoticeCard(notice, reader)
  if (standing && !standing.message) return NOTHING
  if (standing?.message) return { kind: 'edit', message: standing.message, card, whenGone: NOTHING }
  // Taken back or changed before it was posted: there is nothing to read any more.
  if (notice.entry.toBeRead !== version) return NOTHING
  return { kind: 'post', recipient: { to: 'channel' }, card, ...remembered(about) }
}

/** Tells the lead of a question, once, in their 1:1 chat. */
export async function questionAsked(
  deps: DeliveryDeps,
  project: Project,
  { question: id }: Of<'questionAsked'>,
): Promise<Delivery> {
  const stored = await deps.records.question(project.id, id)
  if (stored?.record.state.status !== 'open') return NOTHING
  const reader = await readerFor(deps, project, project.lead.id)
  return {
    kind: 'post',
    recipient: { to: 'person', person: project.lead.id },
    card: questionAskedCard(headOf(project), stored.record, reader),
    ...UNTRACKED,
  }
}

/** Tells who asked where the answer stands. */
export async function questionAnswered(
  deps: DeliveryDeps,
  project: Project,
  { question: id, entry, to }: Of<'questionAnswered'>,
): Promise<Delivery> {
  const [stored, found, reader] = await Promise.all([
    deps.records.question(project.id, id),
    entryBy(deps, project, entry),
    readerFor(deps, project, to.id),
  ])
  // Removed before it was told: what is told must be so when it is read.
  if (!stored || !found || found.entry.state.status === 'removed') return NOTHING
  const line = lineOf(found.entry, project, reader.now)
  return {
    kind: 'post',
    recipient: { to: 'person', person: to.id },
    card: questionAnsweredCard(headOf(project), stored.record, line, reader),
    ...UNTRACKED,
  }
}
