import { folded, withoutPoliteEnd } from './hearing'
import { command, type Understood } from './understood'

const DELETE =
  /^(?:delete|remove|erase|destroy)\s+(?:(?:the|this|our|whole|entire)\s+){0,2}project(?![\p{L}\p{N}'-])(?:\s+(?:called|named))?/u

/** A project's name and its customer's are no longer than this together. */
const LONGEST_NAME = 250

/** "delete project" asks what that would mean; with the project's name behind it, it is meant. */
export function deleteProject(text: string): Understood | undefined {
  const said = withoutPoliteEnd(text)
  const start = DELETE.exec(folded(said.slice(0, 60)))?.[0].length
  if (start === undefined) return undefined
  const name = said
    .slice(start)
    .replace(/^[\s:"“„‘']+|[\s."”“’'!?]+$/g, '')
    .trim()
  if (name.length > LONGEST_NAME) return undefined
  return command({ do: 'deleteProject', name: name === '' ? null : name })
}
