import fc from 'fast-check'
import { hindrancesAfter, isReachable, type Hindrance, type PlaceEvent } from '../../bot/domain/place'

const after = (...events: readonly PlaceEvent['kind'][]) =>
  events.reduce<readonly Hindrance[]>(
    (before, kind) =>
      hindrancesAfter(
        before,
        kind === 'channelRenamed' || kind === 'teamRenamed' ? { kind, name: 'Other' } : { kind },
      ),
    [],
  )

describe('a channel', () => {
  test.each<[string, PlaceEvent['kind'][], Hindrance[]]>([
    ['is open at first', [], []],
    ['is closed while it is deleted', ['channelDeleted'], ['channelDeleted']],
    ['is open again when it is restored', ['channelDeleted', 'channelRestored'], []],
    ['is closed while its team is archived', ['teamArchived'], ['teamArchived']],
    ['is open again after that', ['teamArchived', 'teamUnarchived'], []],
    [
      'stays deleted when its team is archived and back',
      ['channelDeleted', 'teamArchived', 'teamUnarchived'],
      ['channelDeleted'],
    ],
    [
      'stays closed by the team when it alone is restored',
      ['teamArchived', 'channelDeleted', 'channelRestored'],
      ['teamArchived'],
    ],
    ['is closed once, however often it is told', ['teamDeleted', 'teamDeleted'], ['teamDeleted']],
    ['is back with its team', ['teamDeleted', 'teamRestored'], []],
    ['is open when the bot is added again, whatever it missed', ['teamArchived', 'removed', 'added'], []],
    ['stays deleted when the bot is added again', ['channelDeleted', 'removed', 'added'], ['channelDeleted']],
    ['is open when somebody writes from it', ['channelDeleted', 'removed', 'heardFrom'], []],
    ['is as open under another name', ['teamArchived', 'channelRenamed', 'teamRenamed'], ['teamArchived']],
    [
      'is not closed by news of its return',
      ['teamUnarchived', 'channelRestored', 'teamRestored', 'added'],
      [],
    ],
  ])('%s', (_what, events, hindrances) => {
    expect(after(...events)).toEqual(hindrances)
    expect(isReachable({ hindrances: after(...events) })).toBe(hindrances.length === 0)
  })

  test('told the same twice in a row is as told once', () => {
    const kinds: PlaceEvent['kind'][] = [
      'channelDeleted',
      'channelRestored',
      'teamArchived',
      'teamUnarchived',
      'teamDeleted',
      'teamRestored',
      'removed',
      'added',
      'heardFrom',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds)), fc.constantFrom(...kinds), (before, last) => {
        expect(after(...before, last, last)).toEqual(after(...before, last))
      }),
    )
  })
})
