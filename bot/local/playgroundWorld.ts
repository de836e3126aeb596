/** One of the six people whom the Playground knows. */
export type PlaygroundPerson = {
  /** The id by which the Playground mentions and addresses the person. */
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
  readonly email: string
}

/**
 * The tenant, team and people that the Playground plays. The ids are its own defaults, so that a Playground
 * started by hand meets the same records; they are neither GUIDs nor shaped as in Teams.
 */
export const playgroundWorld = {
  tenantId: '00000000-0000-0000-0000-0000000000001',
  bot: { id: '00000000-0000-0000-0000-00000000000011', name: 'Plumbline' },
  team: { id: 'team-id', name: 'My Team', aadGroupId: '00000000-0000-0000-0000-000000000031' },
  /** General's id is the team's, as in Teams. */
  general: { id: 'team-id', name: 'General' },
  announcements: { id: 'channel-announcements-id', name: 'Announcements' },
  /** Fixed, for the Playground would draw new ones at each start and stored conversations would be lost. */
  personalChatId: 'personal-chat-id',
  groupChatId: 'group-chat-id',
  /** The current user first: the only one as whom the Playground's page lets you chat. */
  people: [
    person(0, 'Alex Wilber', 'alexw'),
    person(1, 'Megan Bowen', 'meganb'),
    person(2, 'Adele Vance', 'adelev'),
    person(3, 'Isaiah Langer', 'isaiahl'),
    person(4, 'Patti Fernandez', 'pattif'),
    person(5, 'Lynne Robbins', 'lynner'),
  ],
} as const

function person(index: number, name: string, mailbox: string): PlaygroundPerson {
  return {
    id: `user-id-${index}`,
    name,
    aadObjectId: `00000000-0000-0000-0000-000000000002${index}`,
    email: `${mailbox}@example.com`,
  }
}

/** The Playground's configuration file (YAML, of which JSON is a part). */
export function playgroundConfig(): string {
  const { tenantId, bot, team, announcements, personalChatId, groupChatId, people } = playgroundWorld
  const [currentUser, ...users] = people.map(asConfigured)
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot,
    currentUser,
    users,
    personalChat: { id: personalChatId },
    groupChat: { id: groupChatId, name: 'Group Chat' },
    team: { ...team, channels: [announcements] },
  })
}

function asConfigured(person: PlaygroundPerson) {
  const [givenName = '', surname = ''] = person.name.split(' ')
  // "userPrincipleName" is how the Playground's schema spells it.
  return { ...person, userPrincipleName: person.email, givenName, surname }
}
