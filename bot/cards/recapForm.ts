import { colourOf, type Rag } from '../domain/rag'
import type { WorkstreamId } from '../domain/ids'
import type { Recap, WorkstreamLine } from '../domain/recap'
import type { DraftEdit } from '../flows/command'
import type { DraftProblem } from '../flows/draftEdit'
import { inputOf, rowInput } from './actions'
import type { CardButton, Choice, Element } from './elements'
import { choiceField, sideBySide, small, textField } from './parts'
import { plain } from './text'
import { ragWord } from './words'
import type { Words } from './words/wordsOf'

/*
 * The fields by which a recap's words and colours are changed: before it is posted, and when a posted one is corrected.
 */

/** What the fields show: the recap, what was typed and refused, and what was wrong with it. */
export type RecapForm = {
  readonly recap: Recap
  readonly typed: DraftEdit | null
  readonly problems: readonly DraftProblem[]
}

const COLOURS_ID = 'colours'

/** Headline and note. */
export function wordFields({ recap, typed }: RecapForm, w: Words): Element[] {
  const headline = typed?.headline ?? recap.headline
  const note = typed?.note ?? recap.note
  return [
    textField(inputOf('draft.save', 'headline'), w.recap.headline, {
      placeholder: w.recap.oneLine,
      maxLength: 200,
      value: headline.slice(0, MOST_ECHOED),
    }),
    textField(inputOf('draft.save', 'note'), w.recap.sentenceBelow, {
      placeholder: w.common.optional,
      isMultiline: true,
      maxLength: 2000,
      ...(note === '' ? {} : { value: note.slice(0, MOST_ECHOED) }),
    }),
  ]
}

/** Only a client that minds no limits sends more; what is wrong is said above the field. */
export const MOST_ECHOED = 3000

function colours(w: Words): readonly Choice[] {
  return (['red', 'amber', 'green'] as const).map((value) => ({ title: ragWord(value, w), value }))
}

/** The overall colour and each workstream's: what the rule says stands above, a greener one needs a reason. */
export function colourFields({ recap, typed, problems }: RecapForm, w: Words): Element[] {
  const isVisible = problems.some(isAboutColours)
  const overall = typed?.overall ?? standing(recap.overall)
  return [
    {
      type: 'Container',
      id: COLOURS_ID,
      isVisible,
      spacing: 'small',
      items: [
        small(w.recap.greenerNeeds),
        ...colourRow(
          w.recap.overall,
          recap.overall.rule,
          overall,
          inputOf('draft.save', 'overall'),
          inputOf('draft.save', 'overallWhy'),
          w,
        ),
        ...recap.workstreams.flatMap((line) => workstreamRow(line, typed, w)),
      ],
    },
  ]
}

function standing(verdict: Recap['overall']): { readonly colour: Rag; readonly why: string } {
  return { colour: colourOf(verdict), why: verdict.override?.why ?? '' }
}

function workstreamRow(line: WorkstreamLine, typed: DraftEdit | null, w: Words): Element[] {
  const set = typed?.workstreams.find(({ workstream }) => workstream === line.id) ?? standing(line.verdict)
  return colourRow(
    line.name,
    line.verdict.rule,
    set,
    rowInput('colour', line.id),
    rowInput('why', line.id),
    w,
  )
}

function colourRow(
  name: string,
  rule: Rag,
  { colour, why }: { readonly colour: Rag; readonly why: string },
  colourId: string,
  whyId: string,
  w: Words,
): Element[] {
  return [
    small(w.recap.ruleSays(plain(name, 80), ragWord(rule, w)), 'small'),
    sideBySide(
      choiceField(colourId, w.recap.colour, colours(w), { value: colour }),
      textField(whyId, w.recap.why, {
        placeholder: w.recap.onlyIfChanged,
        maxLength: 300,
        ...(why === '' ? {} : { value: why.slice(0, 600) }),
      }),
    ),
  ]
}

/** What is wrong with what was typed, and what to do about it. */
export function problemWords(problem: DraftProblem, recap: Recap, w: Words): string {
  switch (problem.kind) {
    case 'reasonMissing':
      return w.recap.sayWhy(nameOf(problem.workstream, recap, w))
    case 'reasonTooLong':
      return w.recap.reasonTooLong(nameOf(problem.workstream, recap, w), problem.most)
    case 'tooLong':
      return problem.field === 'headline'
        ? w.recap.headlineTooLong(problem.most)
        : w.recap.noteTooLong(problem.most)
    case 'headlineMissing':
      return w.recap.writeHeadline
  }
}

function nameOf(workstream: WorkstreamId | null, recap: Recap, w: Words): string {
  const line = recap.workstreams.find(({ id }) => id === workstream)
  return line ? plain(line.name, 80) : w.recap.overallColour
}

/** A colour is what is complained of, so that the colours stand open. */
function isAboutColours({ kind }: DraftProblem): boolean {
  return kind === 'reasonMissing' || kind === 'reasonTooLong'
}

/** The button that opens the colours; none where they stand open. */
export function coloursButton({ problems }: Pick<RecapForm, 'problems'>, w: Words): CardButton | null {
  return problems.some(isAboutColours)
    ? null
    : { type: 'Action.ToggleVisibility', title: w.recap.changeColours, targetElements: [COLOURS_ID] }
}
