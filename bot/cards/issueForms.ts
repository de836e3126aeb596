import type { IssueChange } from '../domain/issue'
import type { Member } from '../domain/person'
import { MAX_TEXT, TITLE_MAX } from '../domain/text'
import type { IssueView } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { bytesOf, card, type Card } from './card'
import type { Element } from './elements'
import { severityField, stepsField, whereField, workaroundField } from './issueFields'
import { buttons, complaint, eyebrow, personField, small, textField, title } from './parts'
import { oneLine, plain } from './text'
import type { Reader } from './reader'
import { wordsOf, type Words } from './words/wordsOf'

/** The form of a change of an issue that lacks something, with what is known filled in. */
export function issueChangeForm(
  view: IssueView,
  change: IssueChange,
  complaints: readonly string[],
  members: readonly Member[],
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const { issue } = view
  switch (change.kind) {
    case 'triage':
      return form(view, w.record.howBadWho, complaints, [
        severityField(
          inputOf('issue.triage', 'severity'),
          { severity: change.severity ?? issue.severity },
          w,
        ),
        {
          ...personField(
            inputOf('issue.triage', 'owner'),
            w.record.whoFixes,
            members,
            {
              nobody: issue.owner ? w.record.asItIs : w.record.nobodyYet,
              chosen: change.owner ?? issue.owner,
            },
            w,
          ),
          spacing: 'medium',
        },
        ...saveRow(view, execute(w.common.save, 'issue.triage', baseOf(view)), w),
      ])
    case 'defer':
      return form(view, w.record.whyWait, complaints, [
        small(w.record.whoAccepts),
        whyField(inputOf('issue.defer', 'why'), w.record.circumstances, change.why, w),
        ...saveRow(view, execute(w.common.defer, 'issue.defer', baseOf(view)), w),
      ])
    case 'reopen':
      return form(view, w.record.wrongAgain, complaints, [
        whyField(inputOf('issue.reopen', 'why'), w.record.whatInTest, change.why, w),
        ...saveRow(view, execute(w.common.reopen, 'issue.reopen', baseOf(view)), w),
      ])
    case 'duplicate':
      return duplicateForm(view, complaints.length > 0 ? '' : change.of, reader, complaints)
    case 'edit':
      return editForm(view, reader, change, complaints)
    case 'fix':
    case 'retest':
    case 'close':
      return form(view, plain(issue.title), complaints, [])
  }
}

/** Which issue this one repeats. */
export function duplicateForm(
  view: IssueView,
  of: string,
  reader: Reader,
  complaints: readonly string[] = [],
): Card {
  const w = wordsOf(reader)
  return form(view, w.record.whichSame, complaints, [
    textField(inputOf('issue.duplicate', 'of'), w.record.otherNumber, {
      placeholder: 'I-7',
      maxLength: 12,
      ...(of === '' ? {} : { value: of }),
    }),
    ...saveRow(view, execute(w.common.save, 'issue.duplicate', baseOf(view)), w),
  ])
}

/** All that was said about an issue, to be put right. What is too long for a card to carry is left to the tab. */
export function editForm(
  view: IssueView,
  reader: Reader,
  typed: Partial<Extract<IssueChange, { kind: 'edit' }>> = {},
  complaints: readonly string[] = [],
): Card {
  const w = wordsOf(reader)
  const { issue } = view
  const texts: readonly LongField[] = [
    ['where', whereField(w), typed.where ?? issue.where],
    ['steps', stepsField(w), typed.steps ?? issue.steps],
    [
      'happened',
      { label: w.record.whenHappened, placeholder: w.record.exampleWhen },
      typed.happened ?? issue.happened,
    ],
    ['workaround', workaroundField(w), typed.workaround ?? issue.workaround],
    [
      'details',
      { label: w.record.anythingElse, placeholder: w.common.optional, isMultiline: true },
      typed.details ?? issue.details,
    ],
  ]
  return form(view, w.record.putRight, complaints, [
    textField(inputOf('issue.edit', 'title'), w.record.whatWrong, {
      value: oneLine(typed.title ?? issue.title, TITLE_MAX),
      maxLength: TITLE_MAX,
    }),
    ...longFields(texts, w),
    ...saveRow(view, execute(w.common.save, 'issue.edit', baseOf(view)), w),
  ])
}

type LongField = readonly [
  name: 'where' | 'steps' | 'happened' | 'workaround' | 'details',
  look: { readonly label: string; readonly placeholder: string; readonly isMultiline?: boolean },
  value: string,
]

/** Bytes that the values of one form may have together, so that the card stays small enough to send. */
const MOST_VALUE_BYTES = 62_000

/** The fields that fit, the short ones first served; those that don't say where they are edited. */
function longFields(fields: readonly LongField[], w: Words): Element[] {
  let left = MOST_VALUE_BYTES
  const fitting = new Set<LongField>()
  for (const field of fields.toSorted((a, b) => a[2].length - b[2].length)) {
    left -= bytesOf(field[2])
    if (left > 0) fitting.add(field)
  }
  return fields.map((field) => longField(field, fitting.has(field), w))
}

function longField([name, { label, ...look }, value]: LongField, fits: boolean, w: Words): Element {
  if (!fits) return small(w.record.tooLongHere(label), 'medium')
  return textField(inputOf('issue.edit', name), label, {
    ...look,
    spacing: 'medium',
    maxLength: MAX_TEXT,
    ...(value === '' ? {} : { value }),
  })
}

function whyField(id: string, label: string, value: string, w: Words): Element {
  return textField(id, label, {
    placeholder: w.record.oneLine,
    isMultiline: true,
    ...(value === '' ? {} : { value }),
  })
}

function form(
  view: IssueView,
  question: string,
  complaints: readonly string[],
  fields: readonly Element[],
): Card {
  const { issue } = view
  return card(`${issue.id}: ${question}`, [
    eyebrow(`${issue.id} · ${plain(issue.title, 120)}`),
    title(question),
    ...complaints.map((text) => complaint(text)),
    ...fields,
  ])
}

function saveRow(view: IssueView, save: ReturnType<typeof execute>, w: Words): Element[] {
  const { issue, project } = view
  return buttons([
    save,
    execute(w.common.cancel, 'issue.show', { project: project.id, id: issue.id, back: true }),
  ])
}

function baseOf({ issue, project }: IssueView) {
  return { project: project.id, id: issue.id, seen: issue.version }
}
