import { NO_LINKS } from '../../bot/cards/reader'
import type { Instant } from '../../bot/domain/time'
import { runWeek } from '../../bot/flows/runWeek'
import { createDeliveries } from '../../bot/schedule/deliveries'
import type { Messenger } from '../../bot/schedule/messenger'
import { createPacing, NO_LIMITS } from '../../bot/schedule/pacing'
import { createSender } from '../../bot/schedule/sender'
import { openTestStorage } from '../support/azurite'
import { at, TENANT } from '../support/builders'
import { wordsOn } from '../support/sentCards'
import { aWeek } from './theWeek'
import { NOT_MEASURED } from '../support/unobserved'

/** Northwind's week by the clock with a sender; whatever is sent arrives, and stands in a list. */
export async function sendingWeek(over: Parameters<typeof aWeek>[0] = {}) {
  const world = await aWeek({ createdAt: at('2026-11-02'), ...over })
  const { deps, clock, project } = world
  const storage = await openTestStorage(clock)
  const messages: { to: string; words: string; said: string; message: string }[] = []
  const send: Messenger['send'] = (_, recipient, card) => {
    const message = `m${messages.length + 1}`
    const to = recipient.to === 'person' ? recipient.person : recipient.to
    messages.push({ to, words: wordsOn(card), said: card.speak, message })
    return Promise.resolve({ kind: 'sent', message: { conversation: to, message } })
  }
  const after = () => undefined
  const leases = storage.openLeases()
  const sender = createSender({
    ...NOT_MEASURED,
    ...storage,
    leases,
    deliveries: createDeliveries({ ...deps, linksOf: () => Promise.resolve(NO_LINKS) }),
    messenger: {
      send,
      reach: (to, recipient) => Promise.resolve({ kind: 'open', post: (card) => send(to, recipient, card) }),
      edit: (_, { message }, card) => {
        const standing = messages.find((one) => one.message === message)
        if (standing) standing.words = wordsOn(card)
        return Promise.resolve({ kind: 'edited' })
      },
    },
    pacing: createPacing({ clock, after, limits: NO_LIMITS }),
    clock,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    after,
    random: () => 0,
  })
  /** The tests of a file share a tenant, each with a clock of its own: the lease is left to the next one. */
  const sendAll = async () => {
    await sender.drain(project)
    await leases.giveBack(TENANT)
  }
  return {
    ...world,
    /** Sends all that waits. */
    sent: sendAll,
    /** What the clock does at this moment, and all that is sent because of it. */
    clockAt: async (moment: Instant) => {
      clock.set(moment)
      const next = await runWeek(deps, project)
      await sendAll()
      return next
    },
    messagesTo: (person: { readonly id: string }) => messages.filter(({ to }) => to === person.id),
  }
}
