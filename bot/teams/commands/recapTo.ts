import { folded, withoutPoliteEnd } from './hearing'
import { command, type Understood } from './understood'

const TO_A_CHANNEL =
  /^(?:(?:send|post|share|copy|add)\s+)?(?:a copy of\s+)?(?:the\s+)?recap\s+(?:also\s+)?(?:to|with)\s+(?:the\s+)?(?:channel\s+)?/

/** A channel's name is no longer than this in Teams. */
const LONGEST_NAME = 60

/** "recap to Steering", "send the recap to the Steering channel": opens the choice with that channel ticked. */
export function recapTo(text: string): Understood | undefined {
  const said = withoutPoliteEnd(text)
  const start = TO_A_CHANNEL.exec(folded(said.slice(0, 60)))?.[0].length
  if (start === undefined) return undefined
  const wanted = said
    .slice(start)
    .replace(/[\s.,!?]{1,5}$/, '')
    .replace(/\s+channel$/i, '')
    .replace(/\s+too$/i, '')
    .trim()
  return wanted === '' || wanted.length > LONGEST_NAME ? undefined : command({ do: 'showAudience', wanted })
}
