import type { Links, Reader } from '../../cards/reader'
import type { MessageRef } from '../../domain/cycle'
import type { PersonId } from '../../domain/ids'
import { localeIn } from '../../domain/language'
import type { Project } from '../../domain/project'
import type { Actor } from '../../flows/command'
import type { FlowDeps } from '../../flows/deps'
import type { Imports } from '../../flows/exchangePorts'
import type { Commit, Posted } from '../../flows/ports'
import type { Delivery } from '../delivery'

export type DeliveryDeps = Pick<FlowDeps, 'records' | 'people' | 'channels' | 'roster' | 'clock'> & {
  readonly exchange: { readonly imports: Pick<Imports, 'job'> }
  readonly linksOf: (project: Project['id']) => Promise<Links>
}

export const NOTHING: Delivery = { kind: 'nothing' }

const NO_NOTE = () => Promise.resolve<Commit>({})

/** What becomes of the message is kept with the message alone. */
export const UNTRACKED = { sent: NO_NOTE, refused: NO_NOTE, unknown: NO_NOTE }

/**
 * Remembers where a card of ours stands in the channel, so that it is edited in place from then on; of one that may
 * stand there it remembers that, so that no second one is posted.
 */
export function remembered(about: Posted['about']) {
  const note = (message: MessageRef | null) => Promise.resolve<Commit>({ posted: [{ about, message }] })
  return { ...UNTRACKED, sent: note, unknown: () => note(null) }
}

/** For one person, by what their client told; for the channel (`null`), which many read, in the project's language and zone. */
export async function readerFor(
  deps: DeliveryDeps,
  project: Project,
  person: PersonId | null,
): Promise<Reader> {
  const [contact, links] = await Promise.all([
    deps.people.contact(project.tenant, person ?? project.lead.id),
    deps.linksOf(project.id),
  ])
  return {
    locale: person === null ? localeIn(project.language, contact?.locale) : (contact?.locale ?? 'en-GB'),
    zone: person === null ? project.zone : (contact?.zone ?? project.zone),
    now: deps.clock.now(),
    links,
  }
}

/** Whose eyes a card is made for when no command of theirs caused it. */
export function actorOf(project: Project, person: Actor['person'], reader: Reader): Actor {
  return { tenant: project.tenant, person, locale: reader.locale, zone: reader.zone, ownsTeam: false }
}
