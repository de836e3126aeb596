import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Activity } from 'botbuilder'
import { projectRoot } from '../../bot/local/localStack'
import { readActivity } from '../../bot/teams/inbound'

function captured(name: string): Activity {
  return JSON.parse(
    readFileSync(join(projectRoot(), 'tests/fixtures/activities', `${name}.json`), 'utf8'),
  ) as Activity
}

describe('what arrives from Teams', () => {
  test('a post in a channel loses the mention of the bot and keeps that of a colleague', () => {
    const inbound = readActivity(captured('channel-message-with-mentions'))
    expect(inbound).toMatchObject({
      kind: 'message',
      text: 'action send the price file <at>Megan Bowen</at> by Friday',
      mentions: [{ text: '<at>Megan Bowen</at>', teamsId: 'user-id-1', name: 'Megan Bowen' }],
      place: { kind: 'channel', team: 'team-id', channel: 'team-id' },
      from: { name: 'Alex Wilber', locale: 'en-US', zone: 'UTC', teamsId: 'user-id-0' },
    })
  })

  test('General is told from another channel of the same team', () => {
    expect(readActivity(captured('announcements-message'))).toMatchObject({
      kind: 'message',
      place: { kind: 'channel', team: 'team-id', channel: 'channel-announcements-id' },
    })
  })

  test('a chat with one person has no team', () => {
    expect(readActivity(captured('personal-message'))).toMatchObject({
      kind: 'message',
      text: 'mine',
      place: { kind: 'personal' },
    })
  })

  test.each(['channel-adaptiveCardAction', 'personal-adaptiveCardAction'])(
    'a tapped button (%s) carries its verb, its data and the message that holds the card',
    (name) => {
      const activity = captured(name)
      expect(readActivity(activity)).toMatchObject({
        kind: 'cardAction',
        verb: 'answer',
        data: { item: 'A-1', why: 'because' },
        card: activity.replyToId,
      })
    },
  )

  test('an installation says who did it and where', () => {
    expect(readActivity(captured('channel-installationUpdate'))).toMatchObject({
      kind: 'installed',
      by: { id: '00000000-0000-0000-0000-0000000000020', name: '' },
      place: { kind: 'channel', team: 'team-id', teamName: 'My Team' },
    })
  })

  test('members who come and go are no installation', () => {
    expect(readActivity(captured('channel-conversationUpdate'))).toEqual({ kind: 'ignored' })
  })

  test('a message whose sender Entra does not know has no say', () => {
    const message = captured('channel-message-with-mentions')
    const { aadObjectId: _unknown, ...from } = message.from
    expect(readActivity({ ...message, from })).toEqual({ kind: 'ignored' })
  })

  test.each([
    [null],
    ['text'],
    [{}],
    [{ type: 'message' }],
    [{ type: 'message', from: 7, recipient: {}, conversation: [] }],
  ])('nonsense (%j) is ignored', (raw) => {
    expect(readActivity(raw as unknown as Activity)).toEqual({ kind: 'ignored' })
  })

  test("the sender's zone is left out when this machine does not know it", () => {
    const message = captured('personal-message')
    const activity = {
      ...message,
      localTimezone: undefined,
      entities: [{ type: 'clientInfo', timezone: 'Mars/Olympus' }],
    } as unknown as Activity
    expect(readActivity(activity)).toMatchObject({ from: { zone: null } })
  })
})
