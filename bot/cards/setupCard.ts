import type { Member } from '../domain/person'
import type { ProjectId } from '../domain/ids'
import type { SetupForm } from '../flows/command'
import type { Outcome, SetupProblem } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import type { Element, TextInput } from './elements'
import {
  body,
  buttons,
  complaint,
  dateField,
  eyebrow,
  heading,
  personField,
  sideBySide,
  textField,
  title,
} from './parts'
import { oneLine, plain } from './text'

type Setup = Extract<Outcome, { kind: 'setupForm' }>
type Changed = Extract<Outcome, { kind: 'setupChangedMeanwhile' }>

/** The one form by which a project is set up and changed. What was typed stays, what is wrong is said above it. */
export function setupCard({ project, form, version, members, problems }: Setup): Card {
  const words = version === null ? 'Set up this project' : 'Change this project'
  const head = [
    eyebrow(project ? plain(project.name, 80) : 'New project'),
    title(words),
    ...(version === null ? [body('A minute now, and the weekly report writes itself.')] : []),
  ]
  return card(words, [...head, ...fields(form, version, members, problems), ...save(project?.id, version)])
}

/** Somebody else changed the project while the form was open: what was typed stays, to be saved over it or let go. */
export function setupChangedCard({ project, by, form, members }: Changed): Card {
  const words = `${oneLine(by.name, 80)} changed this project meanwhile`
  return card(words, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    body(
      'Nothing of yours is saved yet. Below is what you typed: save it over theirs, or start from what stands now.',
    ),
    ...fields(form, project.version, members, []),
    ...buttons([
      execute('Save mine', 'setup.save', { project: project.id, version: project.version }),
      execute('Start again', 'setup.open', { project: project.id }),
    ]),
  ])
}

function save(project: ProjectId | undefined, version: number | null): Element[] {
  return buttons([execute('Save', 'setup.save', { ...(project ? { project } : {}), version })])
}

function fields(
  form: SetupForm,
  version: number | null,
  members: readonly Member[],
  problems: readonly SetupProblem[],
): Element[] {
  const wrong = (field: SetupProblem['field']) =>
    problems.filter((problem) => problem.field === field).map(({ text }) => complaint(plain(text, 500)))
  const line = (field: TextField, label: string, look: Partial<TextInput> = {}): TextInput => ({
    ...textField(inputOf('setup.save', field), label, look),
    maxLength: LONGEST[field] ?? LONGEST_OTHER,
    ...(form[field] === '' ? {} : { value: form[field].slice(0, MOST_SHOWN) }),
  })
  return [
    ...wrong('name'),
    line('name', 'Project', { placeholder: 'ERP roll-out' }),
    ...wrong('customer'),
    line('customer', 'Customer', { placeholder: 'Northwind Traders' }),
    ...wrong('lead'),
    personField(inputOf('setup.save', 'lead'), 'Who leads it?', members, { chosen: form.lead }),
    ...wrong('goLive'),
    dateField(inputOf('setup.save', 'goLive'), 'Go-live', form.goLive === '' ? {} : { value: form.goLive }),
    ...wrong('goLiveWhy'),
    ...(version === null
      ? []
      : [line('goLiveWhy', 'Why, when go-live moves', { placeholder: 'Only if it moves' })]),
    ...wrong('zone'),
    line('zone', 'Time zone', { placeholder: 'Europe/Copenhagen' }),
    ...wrong('workstreams'),
    line('workstreams', 'Workstreams, one a line', {
      placeholder: 'Data migration',
      isMultiline: true,
    }),
    heading('The week', 'medium'),
    ...(['ask', 'remind', 'draft', 'post'] as const).flatMap(wrong),
    sideBySide(
      line('ask', 'I ask owners', { placeholder: 'Thu 10:00' }),
      line('remind', 'I remind', { placeholder: 'Fri 09:00' }),
    ),
    sideBySide(
      line('draft', 'Draft to the lead', { placeholder: 'Fri 12:00' }),
      line('post', 'Recap is posted', { placeholder: 'Fri 15:00' }),
    ),
    {
      type: 'Input.Toggle',
      id: inputOf('setup.save', 'reminds'),
      title: 'Remind who has not answered, once a week',
      value: form.reminds ? 'true' : 'false',
      wrap: true,
      spacing: 'medium',
    },
    {
      type: 'Input.Toggle',
      id: inputOf('setup.save', 'namesWhoIsMissing'),
      title: 'Name in the channel who has not answered',
      value: form.namesWhoIsMissing ? 'true' : 'false',
      wrap: true,
      spacing: 'small',
    },
  ]
}

/** What a field takes, in UTF-16 units, so that hardly anything is typed that can't be kept; the flow has the last word. */
const LONGEST: Readonly<Partial<Record<TextField, number>>> = {
  name: 80,
  customer: 80,
  workstreams: 1500,
  goLiveWhy: 1000,
}
const LONGEST_OTHER = 80
/** Only a client that minds no limits sends more than this; what is wrong is said above the field. */
const MOST_SHOWN = 3000

type TextField = Exclude<keyof SetupForm, 'lead' | 'goLive' | 'namesWhoIsMissing' | 'reminds'>
