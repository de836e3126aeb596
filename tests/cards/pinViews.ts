import { outcomeCard } from '../../bot/cards/outcomeCard'
import { backAgainCard } from '../../bot/cards/chatCards'
import type { Card } from '../../bot/cards/card'
import type { Reader } from '../../bot/cards/reader'
import type { Outcome, PinTrouble } from '../../bot/flows/outcome'
import { HEAD, PROJECT, READER } from './views'

type Shown = readonly [name: string, card: Card]

const nowhere = (): Reader => ({ ...READER, links: { ...READER.links, tab: () => null } })
const shown = (name: string, outcome: Outcome, reader = nowhere()): Shown => [
  name,
  outcomeCard(outcome, reader),
]
const trouble = (because: PinTrouble, wanted: 'pin' | 'unpin' = 'pin'): Shown =>
  shown(`pin-not-${because}${wanted === 'pin' ? '' : '-unpin'}`, {
    kind: 'notPinned',
    project: HEAD,
    wanted,
    because,
    hasAnchor: false,
  })

/** The answers to pinning, and the line in a channel that is back. */
export function pinGallery(): readonly Shown[] {
  const both = (source: 'created' | 'repaired' | 'stood', issues = source) =>
    [
      { name: 'Source of truth', what: source },
      { name: 'Issue log', what: issues },
    ] as const
  return [
    shown('pinned', { kind: 'pinned', project: HEAD, did: both('created'), doubles: 0, hasAnchor: false }),
    shown('pinned-repaired', {
      kind: 'pinned',
      project: HEAD,
      did: both('repaired', 'stood'),
      doubles: 1,
      hasAnchor: true,
    }),
    shown('pinned-already', {
      kind: 'pinned',
      project: HEAD,
      did: both('stood'),
      doubles: 0,
      hasAnchor: false,
    }),
    shown('unpinned', { kind: 'unpinned', project: HEAD, removed: 2 }),
    shown('unpinned-none', { kind: 'unpinned', project: HEAD, removed: 0 }),
    shown(
      'pin-not-trial',
      { kind: 'notPinned', project: HEAD, wanted: 'pin', because: 'trial', hasAnchor: false },
      READER,
    ),
    ...(
      [
        'notConnected',
        'notConsented',
        'notInstalled',
        'noChannel',
        'throttled',
        'underWay',
        'failed',
      ] as const
    ).map((because) => trouble(because)),
    trouble('throttled', 'unpin'),
    shown('setup-saved-with-pin', { kind: 'projectSaved', project: PROJECT, created: true }),
    ['back-again', backAgainCard(HEAD.name, READER)],
  ]
}
