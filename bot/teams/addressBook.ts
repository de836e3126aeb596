import { LRUCache } from 'lru-cache'
import type { FieldValue } from '../domain/history'
import type { Channels, People } from '../flows/peoplePorts'
import type { Records } from '../flows/ports'
import type { Place, Sender } from './inbound'

/** Remembers where senders and channels are reached, as their latest activity told. */
export interface AddressBook {
  note(from: Sender | null, place: Place, reference: FieldValue): Promise<void>
}

type AddressBookDeps = { readonly records: Records; readonly people: People; readonly channels: Channels }

const REMEMBERED = 20_000

/** Writes only what changed since this process last saw it: most activities cost no write. */
export function createAddressBook(deps: AddressBookDeps): AddressBook {
  const written = new LRUCache<string, string>({ max: REMEMBERED })
  const once = async (key: string, value: object, write: () => Promise<void>) => {
    const text = JSON.stringify(value)
    if (written.get(key) === text) return
    await write()
    written.set(key, text)
  }
  return {
    async note(from, place, reference) {
      if (place.kind === 'channel') {
        const project = deps.records.idOf(place.tenant, place.channel)
        await once(`channel ${project}`, { place, reference }, () => noteChannel(deps, place, reference))
        if (from) {
          await once(`seen ${project} ${from.id}`, {}, () =>
            deps.people.seenIn(from.tenant, from.id, project),
          )
        }
      }
      if (from) {
        const inPerson = place.kind === 'personal' ? reference : null
        await once(`${place.kind} ${from.tenant} ${from.id}`, { from, inPerson }, () =>
          notePerson(deps, from, inPerson),
        )
      }
    },
  }
}

async function noteChannel(
  { records, channels }: AddressBookDeps,
  place: Extract<Place, { kind: 'channel' }>,
  reference: FieldValue,
): Promise<void> {
  const { kind: _, ...seen } = place
  await channels.remember(records.idOf(place.tenant, place.channel), { ...seen, reference })
}

async function notePerson({ people }: AddressBookDeps, from: Sender, inPerson: FieldValue): Promise<void> {
  const known = await people.contact(from.tenant, from.id)
  await people.meet(from.tenant, {
    person: { id: from.id, name: from.name || (known?.person.name ?? '') },
    // An activity that tells no language does not make one forget it.
    locale: from.tellsLocale ? from.locale : (known?.locale ?? null),
    zone: from.zone,
    reference: inPerson ?? known?.reference ?? null,
    teamsId: from.teamsId,
  })
}
