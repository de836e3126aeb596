import type { IssueChange } from '../domain/issue'
import type { Member } from '../domain/person'
import { MAX_TEXT, TITLE_MAX } from '../domain/text'
import type { IssueView } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { bytesOf, card, type Card } from './card'
import type { Element } from './elements'
import { severityField, STEPS, WHERE, WORKAROUND } from './issueFields'
import { buttons, complaint, eyebrow, personField, small, textField, title } from './parts'
import { oneLine, plain } from './text'

/** The form of a change of an issue that lacks something, with what is known filled in. */
export function issueChangeForm(
  view: IssueView,
  change: IssueChange,
  complaints: readonly string[],
  members: readonly Member[],
): Card {
  const { issue } = view
  switch (change.kind) {
    case 'triage':
      return form(view, 'How bad is it, and who fixes it?', complaints, [
        severityField(inputOf('issue.triage', 'severity'), { severity: change.severity ?? issue.severity }),
        {
          ...personField(inputOf('issue.triage', 'owner'), 'Who fixes it?', members, {
            nobody: issue.owner ? 'As it is' : 'Nobody yet',
            chosen: change.owner ?? issue.owner,
          }),
          spacing: 'medium',
        },
        ...saveRow(view, execute('Save', 'issue.triage', baseOf(view))),
      ])
    case 'defer':
      return form(view, 'Why can this wait?', complaints, [
        small('Who accepts it, and under which circumstances, stays written down.'),
        whyField(inputOf('issue.defer', 'why'), 'Special circumstances', change.why),
        ...saveRow(view, execute('Defer', 'issue.defer', baseOf(view))),
      ])
    case 'reopen':
      return form(view, 'What is wrong again?', complaints, [
        whyField(inputOf('issue.reopen', 'why'), 'What happened in the test?', change.why),
        ...saveRow(view, execute('Reopen', 'issue.reopen', baseOf(view))),
      ])
    case 'duplicate':
      return duplicateForm(view, complaints.length > 0 ? '' : change.of, complaints)
    case 'edit':
      return editForm(view, change, complaints)
    case 'fix':
    case 'retest':
    case 'close':
      return form(view, plain(issue.title), complaints, [])
  }
}

/** Which issue this one repeats. */
export function duplicateForm(view: IssueView, of: string, complaints: readonly string[] = []): Card {
  return form(view, 'Which issue says the same?', complaints, [
    textField(inputOf('issue.duplicate', 'of'), 'Number of the other issue', {
      placeholder: 'I-7',
      maxLength: 12,
      ...(of === '' ? {} : { value: of }),
    }),
    ...saveRow(view, execute('Save', 'issue.duplicate', baseOf(view))),
  ])
}

/** All that was said about an issue, to be put right. What is too long for a card to carry is left to the tab. */
export function editForm(
  view: IssueView,
  typed: Partial<Extract<IssueChange, { kind: 'edit' }>> = {},
  complaints: readonly string[] = [],
): Card {
  const { issue } = view
  const texts: readonly LongField[] = [
    ['where', WHERE, typed.where ?? issue.where],
    ['steps', STEPS, typed.steps ?? issue.steps],
    [
      'happened',
      { label: 'When did it happen?', placeholder: 'Today at ten' },
      typed.happened ?? issue.happened,
    ],
    ['workaround', WORKAROUND, typed.workaround ?? issue.workaround],
    [
      'details',
      { label: 'Anything else', placeholder: 'Optional', isMultiline: true },
      typed.details ?? issue.details,
    ],
  ]
  return form(view, 'Put it right', complaints, [
    textField(inputOf('issue.edit', 'title'), 'What is wrong?', {
      value: oneLine(typed.title ?? issue.title, TITLE_MAX),
      maxLength: TITLE_MAX,
    }),
    ...longFields(texts),
    ...saveRow(view, execute('Save', 'issue.edit', baseOf(view))),
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
function longFields(fields: readonly LongField[]): Element[] {
  let left = MOST_VALUE_BYTES
  const fitting = new Set<LongField>()
  for (const field of fields.toSorted((a, b) => a[2].length - b[2].length)) {
    left -= bytesOf(field[2])
    if (left > 0) fitting.add(field)
  }
  return fields.map((field) => longField(field, fitting.has(field)))
}

function longField([name, { label, ...look }, value]: LongField, fits: boolean): Element {
  if (!fits) return small(`${label} This text is too long for a card: edit it on the tab.`, 'medium')
  return textField(inputOf('issue.edit', name), label, {
    ...look,
    spacing: 'medium',
    maxLength: MAX_TEXT,
    ...(value === '' ? {} : { value }),
  })
}

function whyField(id: string, label: string, value: string): Element {
  return textField(id, label, {
    placeholder: 'One line is enough',
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

function saveRow(view: IssueView, save: ReturnType<typeof execute>): Element[] {
  const { issue, project } = view
  return buttons([save, execute('Cancel', 'issue.show', { project: project.id, id: issue.id, back: true })])
}

function baseOf({ issue, project }: IssueView) {
  return { project: project.id, id: issue.id, seen: issue.version }
}
