import type { ItemStatus } from '../actionItem'
import type { PersonId, ProjectId } from '../ids'
import type { IssueStatus, Severity } from '../issue'
import type { Member, Person } from '../person'
import type { Workstream } from '../project'
import { phrase, textOf, type SheetRow } from './cell'
import type { Column } from './columns'
import type { Field, SheetKind } from './fields'
import { orderOf, type DateOrder, type OrderFound } from './dateOrder'
import { ownersIn, type Meant } from './ownersIn'
import {
  categoryMeant,
  issueStatusMeant,
  itemStatusMeant,
  severitiesMeant,
  type Category,
} from './stateWords'

/** How the rows of one sheet are read. What is left open is worked out from the sheet itself. */
export type SheetPlan = {
  /** Which sheet of the file, from 0. */
  readonly sheet: number
  readonly name: string
  /** Whether its rows are taken at all. */
  readonly takes: boolean
  readonly kind: SheetKind
  /** The row of the headings. */
  readonly header: number
  readonly columns: readonly Column[]
  /** Said by somebody; null: as the dates themselves show. */
  readonly order: DateOrder | null
  /** What somebody said that words mean, by their phrase. */
  readonly severities: Readonly<Record<string, Severity>>
  readonly issueStates: Readonly<Record<string, IssueStatus>>
  readonly itemStates: Readonly<Record<string, ItemStatus>>
  readonly people: Readonly<Record<string, PersonId | null>>
}

/** What stands in a sheet's columns, as far as reading them depends on it. Words and names as they are written. */
export type SheetFacts = {
  readonly rows: number
  /** The file goes on where reading stopped. */
  readonly cut: boolean
  readonly order: OrderFound
  readonly severities: readonly string[]
  readonly states: readonly string[]
  readonly categories: readonly string[]
  readonly people: readonly string[]
}

/** Distinct words of a column that are looked at; a column with more holds no states. */
const MOST_WORDS = 60
const MOST_PEOPLE = 200
const LONGEST_WORD = 60

/** Collects a sheet's facts row by row, in memory that does not grow with the sheet. */
export function factsCollector(plan: Pick<SheetPlan, 'columns'>) {
  const words = {
    severity: new Map<string, string>(),
    status: new Map<string, string>(),
    category: new Map<string, string>(),
  }
  const people = new Map<string, string>()
  const orders: Record<OrderFound, number> = { dayFirst: 0, monthFirst: 0, ambiguous: 0, none: 0 }
  let rows = 0

  const note = (into: Map<string, string>, text: string, most: number): void => {
    const key = phrase(text)
    if (text !== '' && text.length <= LONGEST_WORD && into.size < most && !into.has(key)) into.set(key, text)
  }
  return {
    add({ cells }: SheetRow): void {
      rows++
      for (const { at, field } of plan.columns) {
        const text = textOf(cells[at])
        if (field === 'severity' || field === 'status' || field === 'category')
          note(words[field], text, MOST_WORDS)
        else if (isOfPeople(field)) note(people, text, MOST_PEOPLE)
        else if (isOfDates(field) && typeof cells[at] === 'string') orders[orderOf([text])]++
      }
    },
    facts(cut: boolean): SheetFacts {
      return {
        rows,
        cut,
        order: orderAmong(orders),
        severities: [...words.severity.values()],
        states: [...words.status.values()],
        categories: [...words.category.values()],
        people: [...people.values()],
      }
    },
  }
}

function orderAmong({ dayFirst, monthFirst, ambiguous }: Readonly<Record<OrderFound, number>>): OrderFound {
  if (dayFirst > 0 && monthFirst > 0) return ambiguous > 0 ? 'ambiguous' : 'none'
  if (dayFirst > 0) return 'dayFirst'
  if (monthFirst > 0) return 'monthFirst'
  return ambiguous > 0 ? 'ambiguous' : 'none'
}

function isOfPeople(field: Field | null): boolean {
  return field === 'owner' || field === 'for' || field === 'reporter'
}

function isOfDates(field: Field | null): boolean {
  return field === 'due' || field === 'raised' || field === 'ended'
}

/** The project into which a file is read. */
export type ReadingFor = {
  readonly project: ProjectId
  readonly members: readonly Member[]
  readonly workstreams: readonly Workstream[]
}

/** A plan made ready for reading: what each word, name and date means. */
export type Reading = ReadingFor & {
  readonly plan: SheetPlan
  readonly order: DateOrder | null
  readonly severity: (word: string) => Severity | undefined
  readonly issueStatus: (word: string) => IssueStatus | undefined
  readonly itemStatus: (word: string) => ItemStatus | undefined
  readonly category: (word: string) => Category | undefined
  readonly peopleIn: (text: string) => {
    readonly found: readonly Person[]
    readonly unknown: readonly string[]
  }
}

export function readingOf(plan: SheetPlan, facts: SheetFacts, into: ReadingFor): Reading {
  const meant = meantPeople(plan, into.members)
  const severity = severitiesMeant(facts.severities)
  const found = facts.order === 'dayFirst' || facts.order === 'monthFirst' ? facts.order : null
  return {
    ...into,
    plan,
    order: plan.order ?? found,
    severity: (word) => plan.severities[phrase(word)] ?? severity(word),
    issueStatus: (word) => plan.issueStates[phrase(word)] ?? issueStatusMeant(word),
    itemStatus: (word) => plan.itemStates[phrase(word)] ?? itemStatusMeant(word),
    category: categoryMeant,
    peopleIn: (text) => ownersIn(text, into.members, meant),
  }
}

function meantPeople({ people }: SheetPlan, members: readonly Member[]): Meant {
  return Object.fromEntries(
    Object.entries(people).map(([name, id]) => {
      const member = members.find((one) => one.id === id)
      return [name, member ? { id: member.id, name: member.name } : null]
    }),
  )
}
