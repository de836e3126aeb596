import { isLook, isSameEverywhere, type Command } from '../flows/command'
import { projectNamed, type ProjectNamed } from './commands/projectNamed'
import type { Several } from './visit'

type Own = Several['visits'][number]

/** Which project a sentence in a 1:1 chat is about. */
type AboutWhich =
  /** `text`: without the project's name, where it was only that. */
  | { readonly kind: 'one'; readonly visit: Own; readonly text: string; readonly staysInFocus: boolean }
  /** Only a project was named: the talk goes on about it. */
  | { readonly kind: 'chosen'; readonly visit: Own }
  /** What is the person's own, in all of them. */
  | { readonly kind: 'ownEverywhere' }
  /** Only the person knows. `text`: to be said again once they chose; null where there is nothing to say. */
  | { readonly kind: 'which'; readonly text: string | null }

/** What a text asks for in a project, if anything that is known. */
type CommandIn = (visit: Own, text: string) => Command | null

/**
 * Decides which of somebody's projects a sentence is about: the one that it names, else the one that the talk is about.
 * A name at the end counts where the rest only looks something up; a sentence that names a project otherwise and is
 * not in it is asked about, because a change in the wrong project is worse than a question.
 */
export function aboutWhich(several: Several, text: string, commandIn: CommandIn): AboutWhich {
  const { visits } = several
  const named = projectNamed(
    text,
    visits.map((visit) => ({ name: visit.record.name, visit })),
  )
  switch (named.kind) {
    case 'which':
      return { kind: 'which', text: null }
    case 'unclear':
      return { kind: 'which', text }
    case 'nothing':
      return byShortName(several, text, commandIn) ?? unnamed(several, text, commandIn)
    case 'within': {
      const { visit } = named.project
      const otherwise =
        visit.project === several.inFocus ? about(visit, text) : ({ kind: 'which', text } as const)
      return lookedAt(named, commandIn) ?? otherwise
    }
    case 'alone':
      // A project may be called what is also a command: then it is chosen by its button.
      return isCommand(commandIn(named.project.visit, text))
        ? unnamed(several, text, commandIn)
        : begun(named)
    case 'before':
      return begun(named)
  }
}

function about(visit: Own, text: string): AboutWhich {
  return { kind: 'one', visit, text, staysInFocus: true }
}

type Named = ProjectNamed<{ readonly name: string; readonly visit: Own }>

/** A project's name alone, or before a sentence. */
function begun(named: Extract<Named, { kind: 'alone' | 'before' }>): AboutWhich {
  const { visit } = named.project
  return named.kind === 'alone' ? { kind: 'chosen', visit } : about(visit, named.rest)
}

function lookedAt({ project, rest }: Extract<Named, { kind: 'within' }>, commandIn: CommandIn) {
  const command = rest === null ? null : commandIn(project.visit, rest)
  return rest !== null && command && isLook(command) ? about(project.visit, rest) : null
}

/** "Northwind: mine", where one project alone is so called in short. What is known as it stands means what it says. */
function byShortName(several: Several, text: string, commandIn: CommandIn): AboutWhich | null {
  const here = visitInFocus(several) ?? several.visits[0]
  if (here && isCommand(commandIn(here, text))) return null
  const named = projectNamed(text, shortNames(several))
  switch (named.kind) {
    case 'alone':
    case 'before':
      return begun(named)
    case 'within':
      return lookedAt(named, commandIn)
    default:
      return null
  }
}

/** Known as it stands; a question to the page may turn out to be something else once a name is off it. */
function isCommand(command: Command | null): boolean {
  return command !== null && command.do !== 'where'
}

/** Less is no name: it begins too many other words. */
const SHORTEST_SHORT_NAME = 4

/** The first words of each project's name and customer, those that mean one project alone. */
function shortNames({ visits }: Several): { readonly name: string; readonly visit: Own }[] {
  const meant = new Map<string, Set<Own>>()
  for (const visit of visits) {
    for (const name of [visit.record.name, visit.record.customer]) {
      const words = name.trim().split(/\s+/)
      for (const count of words.keys()) {
        const short = words.slice(0, count + 1).join(' ')
        const key = short.toLowerCase()
        if (short.length >= SHORTEST_SHORT_NAME) meant.set(key, (meant.get(key) ?? new Set()).add(visit))
      }
    }
  }
  return [...meant].flatMap(([name, [visit, ...others]]) =>
    visit && others.length === 0 ? [{ name, visit }] : [],
  )
}

function unnamed(several: Several, text: string, commandIn: CommandIn): AboutWhich {
  const focused = visitInFocus(several)
  const here = focused ?? several.visits[0]
  const command = here && commandIn(here, text)
  if (here && command && asksForOwn(command, here)) return { kind: 'ownEverywhere' }
  if (focused) return about(focused, text)
  return here && command && isSameEverywhere(command)
    ? { kind: 'one', visit: here, text, staysInFocus: false }
    : { kind: 'which', text }
}

function asksForOwn(command: Command, { actor }: Own): boolean {
  return (
    command.do === 'listItems' && command.filter.kind === 'of' && command.filter.person.id === actor.person.id
  )
}

function visitInFocus({ visits, inFocus }: Several): Own | undefined {
  return visits.find(({ project }) => project === inFocus)
}
