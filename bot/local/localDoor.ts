import { randomBytes } from 'node:crypto'
import type { ApiDeps } from '../api/deps'
import { localTokens } from '../api/tokens'
import type { LocalConfig } from '../config'
import type { ChannelId } from '../domain/ids'
import type { FlowDeps } from '../flows/deps'
import type { Storage } from '../storage/openStorage'
import { meetPlayground } from './demo/meetPlayground'
import { seedDemo } from './demo/seedDemo'
import { demoWorld } from './demo/world'
import { playgroundWorld } from './playgroundWorld'

/** The port that the Playground takes when none is named. */
const USUAL_PLAYGROUND = 'http://localhost:56150'

/**
 * The way in for a trial on one machine: the Playground's people are let in as whom they say they are, and find a
 * project in its third week unless the trial starts empty.
 */
export async function openLocalDoor(
  { playgroundUrl, seed }: LocalConfig,
  { people, channels }: Pick<Storage, 'people' | 'channels'>,
  { records, clock, renderRecap }: Pick<FlowDeps, 'records' | 'clock' | 'renderRecap'>,
): Promise<Pick<ApiDeps, 'authenticate' | 'local' | 'tabSignIn'>> {
  const world = demoWorld(playgroundUrl ?? USUAL_PLAYGROUND)
  const general = records.idOf(world.tenant, world.channel.id)
  if (seed) await seedDemo({ records, people, channels, renderRecap, now: clock.now() }, world)
  // An empty trial meets everybody as Teams would have it: by their first activities.
  else if (await records.project(general)) await meetPlayground({ people, channels }, world, general)
  const { tenant, people: persons } = world
  const { authenticate, signIn } = localTokens({ tenant, people: persons, key: randomBytes(32), clock })
  const ids = [
    playgroundWorld.general.id,
    playgroundWorld.announcements.id,
  ] as readonly string[] as readonly ChannelId[]
  return { authenticate, local: { tenant, people: persons, channels: ids, signIn }, tabSignIn: null }
}
