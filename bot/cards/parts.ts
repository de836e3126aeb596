import type { ExecuteAction } from './actions'
import type {
  ActionSet,
  CardButton,
  Choice,
  ChoiceInput,
  ColumnSet,
  Container,
  DateInput,
  Element,
  Shade,
  Spacing,
  TextBlock,
  TextInput,
  TextRun,
} from './elements'
import type { Member, Person } from '../domain/person'
import { NONE } from './actions'
import { isolated, oneLine, plain } from './text'
import type { Words } from './words/wordsOf'

/*
 * The vocabulary of the cards: three tiers of text (eyebrow, title, body with small subtle lines), rows of what and one
 * fact, and never more than three buttons beside each other. `text` is markdown, so that users' words come in escaped.
 */

/** Above the title, small: project and week, or number and state. */
export function eyebrow(text: string): TextBlock {
  return { type: 'TextBlock', text, size: 'small', isSubtle: true, wrap: true }
}

export function title(text: string): TextBlock {
  return {
    type: 'TextBlock',
    text,
    size: 'large',
    weight: 'bolder',
    style: 'heading',
    wrap: true,
    spacing: 'none',
  }
}

export function heading(text: string, spacing: Spacing = 'default'): TextBlock {
  // The size is said, because hosts draw the style alone as large.
  return { type: 'TextBlock', text, size: 'default', weight: 'bolder', style: 'heading', wrap: true, spacing }
}

export function body(text: string, spacing: Spacing = 'small'): TextBlock {
  return { type: 'TextBlock', text, wrap: true, spacing }
}

/** A small subtle line: what is good to know and may be skipped. */
export function small(text: string, spacing: Spacing = 'none'): TextBlock {
  return { type: 'TextBlock', text, size: 'small', isSubtle: true, wrap: true, spacing }
}

/** Something is wrong with what was typed, right above where it is put right. */
export function complaint(text: string, spacing: Spacing = 'small'): TextBlock {
  return { type: 'TextBlock', text, color: 'attention', weight: 'bolder', wrap: true, spacing }
}

/** A part of the card under a line. */
export function section(items: readonly Element[]): Container {
  return { type: 'Container', separator: true, spacing: 'medium', items }
}

/** A band or box behind what belongs together. */
export function box(items: readonly Element[], style: Shade = 'emphasis'): Container {
  return { type: 'Container', style, spacing: 'medium', items }
}

/** Buttons, at most three beside each other and as many as a phone can show; more go into further rows. Empty for none. */
export function buttons(actions: readonly (CardButton | null)[], spacing: Spacing = 'medium'): ActionSet[] {
  const rows: CardButton[][] = []
  let left = 0
  for (const action of actions) {
    if (!action) continue
    const width = buttonWidth(action.title ?? '')
    const last = rows.at(-1)
    if (last && last.length < MOST_IN_A_ROW && width <= left) last.push(action)
    else {
      rows.push([action])
      left = ROW_WIDTH
    }
    left -= width
  }
  return rows.map((row, at) => ({ type: 'ActionSet', spacing: at === 0 ? spacing : 'small', actions: row }))
}

const MOST_IN_A_ROW = 3
/** What a phone shows of a row of buttons, in pixels. */
const ROW_WIDTH = 296

/** A button's width with the gap beside it, in pixels: a guess from its letters, in the font of Teams. */
function buttonWidth(words: string): number {
  return Array.from(words).reduce((sum, letter) => sum + letterWidth(letter), 34)
}

function letterWidth(letter: string): number {
  if (/[iljtfr .,:;'|!-]/.test(letter)) return 4
  return /[A-ZmwMW]|[^\x20-\x7E]/.test(letter) ? 9.5 : 7.6
}

/** A link button, or nothing where there is no address. */
export function openUrl(title: string, url: string | null): CardButton | null {
  return url === null ? null : { type: 'Action.OpenUrl', title, url }
}

export type Fact = { readonly text: string; readonly alarming?: boolean }

/** What on the left, one fact on the right, meta lines below at full width; the whole row may be tapped. */
export function row(
  what: string,
  fact: Fact | null,
  meta: readonly string[],
  look: { readonly bold?: boolean; readonly tap?: ExecuteAction; readonly separator?: boolean } = {},
): Container {
  const left: TextBlock = {
    type: 'TextBlock',
    text: what,
    wrap: true,
    ...(look.bold ? { weight: 'bolder' } : {}),
  }
  return {
    type: 'Container',
    spacing: 'small',
    ...(look.separator === false ? {} : { separator: true }),
    ...(look.tap ? { selectAction: look.tap } : {}),
    items: [fact ? besideFact(left, fact) : left, ...meta.map((line) => small(line))],
  }
}

function besideFact(left: TextBlock, fact: Fact): ColumnSet {
  const right: TextBlock = {
    type: 'TextBlock',
    text: fact.text,
    size: 'small',
    horizontalAlignment: 'right',
    ...(fact.alarming ? { color: 'attention', weight: 'bolder' } : { isSubtle: true }),
  }
  return {
    type: 'ColumnSet',
    spacing: 'none',
    columns: [
      { type: 'Column', width: 'stretch', items: [left] },
      { type: 'Column', width: 'auto', items: [right] },
    ],
  }
}

/** Names and values under each other. `value`: one TextBlock a line, markdown. */
export function facts(pairs: readonly (readonly [name: string, value: readonly string[]])[]): Element[] {
  return pairs.map(([name, value], at) => ({
    type: 'ColumnSet',
    spacing: at === 0 ? 'medium' : 'none',
    columns: [
      {
        type: 'Column',
        width: LABEL_WIDTH,
        items: [{ type: 'TextBlock', text: name, isSubtle: true, wrap: true }],
      },
      { type: 'Column', width: 'stretch', items: value.map((line) => body(line, 'none')) },
    ],
  }))
}

/** Wide enough for "Verschoben" with its mark, narrow enough for a phone. */
export const LABEL_WIDTH = '98px'

export type Mark = { readonly sign: string; readonly colour: 'attention' | 'warning' | 'good' | 'default' }

/** A coloured sign and its word in the ordinary colour, so that it reads without the colour; then plain words. */
export function marked(mark: Mark, word: string, rest = '', spacing: Spacing = 'none'): Element {
  const runs: TextRun[] = [
    { type: 'TextRun', text: `${mark.sign} `, color: mark.colour, weight: 'bolder' },
    { type: 'TextRun', text: word, weight: 'bolder' },
  ]
  return {
    type: 'RichTextBlock',
    spacing,
    inlines: rest === '' ? runs : [...runs, { type: 'TextRun', text: isolated(rest) }],
  }
}

export function textField(
  id: string,
  label: string,
  over: Omit<TextInput, 'type' | 'id' | 'label'> = {},
): TextInput {
  return { type: 'Input.Text', id, label, spacing: 'small', ...over }
}

export function dateField(
  id: string,
  label: string,
  over: Omit<DateInput, 'type' | 'id' | 'label'> = {},
): DateInput {
  return { type: 'Input.Date', id, label, placeholder: label, spacing: 'small', ...over }
}

export function choiceField(
  id: string,
  label: string,
  choices: readonly Choice[],
  over: Omit<ChoiceInput, 'type' | 'id' | 'label' | 'choices'> = {},
): ChoiceInput {
  return { type: 'Input.ChoiceSet', id, label, style: 'compact', spacing: 'small', choices, ...over }
}

/** More would make a card too big; Teams then finds the others as one types. */
const MOST_MEMBERS = 120

/** A list of the channel's members to choose one from. `nobody` names the choice of none; without it one must be chosen. */
export function personField(
  id: string,
  label: string,
  members: readonly Member[],
  {
    nobody,
    chosen,
    most = MOST_MEMBERS,
  }: { readonly nobody?: string; readonly chosen?: Person | null; readonly most?: number },
  w: Words,
): ChoiceInput {
  const sorted = [...members].sort((a, b) => a.name.localeCompare(b.name))
  const shown = sorted.slice(0, most)
  const missing = chosen && !shown.some((member) => member.id === chosen.id) ? [chosen] : []
  const people = [...missing, ...shown].map(({ id, name }) => ({ title: oneLine(name, 80), value: id }))
  const value = chosen?.id ?? (nobody === undefined ? undefined : NONE)
  return choiceField(
    id,
    label,
    [...(nobody === undefined ? [] : [{ title: nobody, value: NONE }]), ...people],
    {
      placeholder: w.common.choose,
      ...(value === undefined ? {} : { value }),
      ...(sorted.length > most ? { 'choices.data': MEMBERS_QUERY } : {}),
    },
  )
}

const MEMBERS_QUERY = {
  type: 'Data.Query',
  dataset: 'graph.microsoft.com/users?scope=currentContext',
} as const

/** Two fields beside each other. */
export function sideBySide(left: Element, right: Element, spacing: Spacing = 'small'): ColumnSet {
  return {
    type: 'ColumnSet',
    spacing,
    columns: [
      { type: 'Column', width: 'stretch', items: [left] },
      { type: 'Column', width: 'stretch', items: [right] },
    ],
  }
}

/** Words of somebody, quoted in a box as they were typed. */
export function quoted(label: string, lines: readonly string[]): Container {
  return box([small(label), ...lines.map((line) => body(plain(line, 2000), 'none'))])
}

/** Parts of a meta line, with dots between; empty parts fall out. */
export function dotted(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')
}
