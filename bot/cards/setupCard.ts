import type { Member } from '../domain/person'
import { parseStepTime } from '../domain/projectSetup'
import type { ProjectId } from '../domain/ids'
import { LANGUAGES } from '../domain/language'
import type { WeekStep } from '../domain/week'
import type { SetupForm } from '../flows/command'
import type { Outcome, SetupProblem } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import type { Element, TextInput } from './elements'
import {
  body,
  buttons,
  choiceField,
  complaint,
  dateField,
  eyebrow,
  heading,
  personField,
  sideBySide,
  textField,
  title,
} from './parts'
import { setupProblemWords } from './setupWords'
import { oneLine, plain } from './text'
import { stepTimeWords } from './words'
import type { Reader } from './reader'
import { nameOfLanguage, wordsOf, type Words } from './words/wordsOf'

type Setup = Extract<Outcome, { kind: 'setupForm' }>
type Changed = Extract<Outcome, { kind: 'setupChangedMeanwhile' }>

/** The one form by which a project is set up and changed. What was typed stays, what is wrong is said above it. */
export function setupCard({ project, form, version, members, problems }: Setup, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = version === null ? w.common.setUp : w.project.changeProject
  const head = [
    eyebrow(project ? plain(project.name, 80) : w.project.newProject),
    title(words),
    ...(version === null ? [body(w.project.minuteNow)] : []),
  ]
  return card(words, [
    ...head,
    ...fields(form, version, members, problems, w),
    ...save(project?.id, version, w),
  ])
}

/** Somebody else changed the project while the form was open: what was typed stays, to be saved over it or let go. */
export function setupChangedCard({ project, by, form, members }: Changed, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = w.project.changedMeanwhile(oneLine(by.name, 80))
  return card(words, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    body(w.project.notSavedYet),
    ...fields(form, project.version, members, [], w),
    ...buttons([
      execute(w.project.saveMine, 'setup.save', { project: project.id, version: project.version }),
      execute(w.project.startAgain, 'setup.open', { project: project.id }),
    ]),
  ])
}

function save(project: ProjectId | undefined, version: number | null, w: Words): Element[] {
  return buttons([execute(w.common.save, 'setup.save', { ...(project ? { project } : {}), version })])
}

function fields(
  form: SetupForm,
  version: number | null,
  members: readonly Member[],
  problems: readonly SetupProblem[],
  w: Words,
): Element[] {
  const wrong = (field: SetupProblem['field']) =>
    problems
      .filter((problem) => problem.field === field)
      .map((one) => complaint(plain(setupProblemWords(one, w), 500)))
  const line = (field: TextField, label: string, look: Partial<TextInput> = {}): TextInput => ({
    ...textField(inputOf('setup.save', field), label, look),
    maxLength: LONGEST[field] ?? LONGEST_OTHER,
    ...(form[field] === '' ? {} : { value: form[field].slice(0, MOST_SHOWN) }),
  })
  const time = (step: WeekStep): TextInput => {
    const read = parseStepTime(form[step])
    const placeholder = w.setup.exampleTime[step]
    return {
      ...line(step, w.setup.step[step], { placeholder }),
      ...(read ? { value: stepTimeWords(read, w) } : {}),
    }
  }
  return [
    ...wrong('name'),
    line('name', w.project.project, { placeholder: w.project.exampleProject }),
    ...wrong('customer'),
    line('customer', w.project.customer, { placeholder: w.setup.exampleCustomer }),
    ...wrong('lead'),
    personField(inputOf('setup.save', 'lead'), w.project.whoLeads, members, { chosen: form.lead }, w),
    ...wrong('goLive'),
    dateField(
      inputOf('setup.save', 'goLive'),
      w.project.goLive,
      form.goLive === '' ? {} : { value: form.goLive },
    ),
    ...wrong('goLiveWhy'),
    ...(version === null
      ? []
      : [line('goLiveWhy', w.project.whyMoves, { placeholder: w.project.onlyIfMoves })]),
    ...wrong('zone'),
    line('zone', w.project.timeZone, { placeholder: 'Europe/Copenhagen' }),
    choiceField(inputOf('setup.save', 'language'), w.project.channelLanguage, LANGUAGE_CHOICES, {
      value: form.language ?? 'en',
    }),
    ...wrong('workstreams'),
    line('workstreams', w.project.workstreamsLines, {
      placeholder: w.project.exampleWorkstream,
      isMultiline: true,
    }),
    heading(w.project.theWeek, 'medium'),
    ...(['ask', 'remind', 'draft', 'post'] as const).flatMap(wrong),
    sideBySide(time('ask'), time('remind')),
    sideBySide(time('draft'), time('post')),
    {
      type: 'Input.Toggle',
      id: inputOf('setup.save', 'reminds'),
      title: w.project.remindOnce,
      value: form.reminds ? 'true' : 'false',
      wrap: true,
      spacing: 'medium',
    },
    {
      type: 'Input.Toggle',
      id: inputOf('setup.save', 'namesWhoIsMissing'),
      title: w.project.nameInChannel,
      value: form.namesWhoIsMissing ? 'true' : 'false',
      wrap: true,
      spacing: 'small',
    },
  ]
}

/** Each by its own name, so that whoever looks for theirs finds it. */
const LANGUAGE_CHOICES = LANGUAGES.map((value) => ({ title: nameOfLanguage(value), value }))

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

type TextField = Exclude<keyof SetupForm, 'lead' | 'language' | 'goLive' | 'namesWhoIsMissing' | 'reminds'>
