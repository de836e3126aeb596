import { isLook, isSameEverywhere, type Command } from '../flows/command'
import { projectNamed } from './commands/projectNamed'
import type { Several, Visit } from './visit'

type Own = Several['visits'][number]

/** Which project a sentence in a 1:1 chat is about. */
type AboutWhich =
  /** `text`: without the project's name, where it was only that. */
  | { readonly kind: 'one'; readonly visit: Own; readonly text: string; readonly staysInFocus: boolean }
  /** Only a project was named: the talk goes on about it. */
  | { readonly kind: 'chosen'; readonly visit: Own }
  /** Only the person knows. `text`: to be said again once they chose; null where there is nothing to say. */
  | { readonly kind: 'which'; readonly text: string | null }

/**
 * Decides which of somebody's projects a sentence is about: the one that it names, else the one that the talk is about.
 * A name at the end counts where the rest only looks something up; a sentence that names a project otherwise and is
 * not in it is asked about, because a change in the wrong project is worse than a question. `commandIn` says what a text
 * asks for in a project, if anything that is known.
 */
export function aboutWhich(
  { visits, focus }: Several,
  text: string,
  commandIn: (visit: Visit, text: string) => Command | null,
): AboutWhich {
  const among = visits.map((visit) => ({ name: visit.record.name, visit }))
  const named = projectNamed(text, among)
  switch (named.kind) {
    case 'which':
      return { kind: 'which', text: null }
    case 'unclear':
      return { kind: 'which', text }
    case 'alone':
      return { kind: 'chosen', visit: named.project.visit }
    case 'before':
      return { kind: 'one', visit: named.project.visit, text: named.rest, staysInFocus: true }
    case 'within': {
      const { visit } = named.project
      const command = named.rest === null ? null : commandIn(visit, named.rest)
      if (command && isLook(command)) {
        return { kind: 'one', visit, text: named.rest ?? text, staysInFocus: true }
      }
      if (visit.project !== focus?.project) return { kind: 'which', text }
      return { kind: 'one', visit, text, staysInFocus: true }
    }
    case 'nothing': {
      const inFocus = visits.find(({ project }) => project === focus?.project)
      if (inFocus) return { kind: 'one', visit: inFocus, text, staysInFocus: true }
      const [any] = visits
      const command = any && commandIn(any, text)
      return any && command && isSameEverywhere(command)
        ? { kind: 'one', visit: any, text, staysInFocus: false }
        : { kind: 'which', text }
    }
  }
}
