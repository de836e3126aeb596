import { PEOPLE, type TeamsTrial, type Where } from '../support/teamsTrial'

/** What somebody types into the setup form. */
export const SETUP = {
  name: 'ERP roll-out',
  customer: 'Northwind Traders',
  lead: PEOPLE.alex.aadObjectId,
  zone: 'Europe/Copenhagen',
  goLive: '2027-01-11',
  workstreams: 'Data migration\nIntegrations',
  ask: 'Thu 10:00',
  remind: 'Fri 09:00',
  draft: 'Fri 12:00',
  post: 'Fri 15:00',
  namesWhoIsMissing: 'false',
}

/** Alex sets a channel up in chat, as Northwind's project unless told otherwise. */
export async function setUp(
  trial: TeamsTrial,
  where: Where = 'general',
  over: Partial<typeof SETUP> = {},
): Promise<void> {
  const [form] = await trial.say(PEOPLE.alex, where, 'setup')
  if (!form) throw new Error('Nothing came of "setup"')
  await trial.tap(PEOPLE.alex, where, form, 'Save', { ...SETUP, ...over })
}
