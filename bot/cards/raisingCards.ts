import type { ProjectId } from '../domain/ids'
import type { RaiseLimit, Raising, RaisingFault, RaisingFields } from '../domain/raising'
import type { Outcome, ProjectHead } from '../flows/outcome'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import type { Choice, Element } from './elements'
import { body, buttons, choiceField, complaint, eyebrow, heading, small, textField, title } from './parts'
import { counted, listed, oneLine, plain } from './text'
import { timesWords } from './words'

type Form = Extract<Outcome, { kind: 'raisingForm' }>
type Saved = Extract<Outcome, { kind: 'raisingSaved' }>
type Changed = Extract<Outcome, { kind: 'raisingChangedMeanwhile' }>

const WORDS = 'When to raise things'

/** The settings of what is raised with the lead. What was typed stays, what is wrong is said above it. */
export function raisingCard({ project, form, version, problems }: Form): Card {
  return card(`${oneLine(project.name, 80)}: ${WORDS.toLowerCase()}`, [
    ...head(project, WORDS),
    body(
      'At 09:00 on the lead’s clock I look at what is over these limits. I write only when something is new.',
    ),
    ...fields(form, problems),
    ...buttons([execute('Save', 'raising.save', { project: project.id, version })]),
  ])
}

/** Somebody else changed them while the form was open: what was typed stays, to be saved over theirs or let go. */
export function raisingChangedCard({ project, version, by, form }: Changed): Card {
  const words = `${oneLine(by.name, 80)} changed this meanwhile`
  return card(`${words}: yours is not saved`, [
    ...head(project, plain(words)),
    body(
      'Nothing of yours is saved yet. Below is what you typed: save it over theirs, or start from what stands now.',
    ),
    ...fields(form, []),
    ...buttons([
      execute('Save mine', 'raising.save', { project: project.id, version }),
      execute('Start again', 'raising.open', { project: project.id }),
    ]),
  ])
}

/** What is raised when from now on. */
export function raisingSavedCard({ project, raising }: Saved): Card {
  const words = raising.on ? 'Saved: I raise things with the lead' : 'Saved: I raise nothing'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    ...head(project, words),
    body(raisingWords(raising)),
    ...(raising.on ? limitLines(raising) : []),
    ...buttons([
      execute('What is raised now', 'say', { project: project.id, text: 'alerts' }),
      changeButton(project.id),
    ]),
  ])
}

/** The way to the settings from another card. */
export function raisingButton(project: ProjectId) {
  return execute(WORDS, 'raising.open', { project })
}

function changeButton(project: ProjectId) {
  return execute('Change', 'raising.open', { project })
}

/** When the lead hears of troubles, in a sentence. */
export function raisingWords({ on, days }: Raising): string {
  return on
    ? `I look on ${daysWords(days)} at 09:00, and write only when something is new.`
    : 'I don’t raise these by myself: it is turned off.'
}

/** What each limit raises, a line each in the order of the form. */
function limitLines({ limits }: Raising): Element[] {
  const { silentWeeks, blockedDays, showStopperDays, moves } = limits
  const lines = [
    silentWeeks !== null && `an owner has not answered for ${counted(silentWeeks, 'week')}`,
    blockedDays !== null && `an item is blocked for over ${counted(blockedDays, 'day')}`,
    showStopperDays !== null && `a show-stopper is open for over ${counted(showStopperDays, 'day')}`,
    moves !== null && `an item was moved ${timesWords(moves)} or more`,
  ].filter((line) => line !== false)
  return lines.length === 0
    ? [body('No limit is set, so nothing is raised.')]
    : [heading('I raise it when', 'medium'), ...lines.map((line) => body(line, 'none'))]
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** "Mon to Fri", "Mon, Wed and Fri". */
function daysWords(days: readonly number[]): string {
  const [first = 1] = days
  const isRun = days.length > 2 && days.every((day, at) => day === first + at)
  const names = days.map((day) => DAYS[day - 1] ?? '')
  return isRun ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : listed(names)
}

function head(project: ProjectHead, words: string): Element[] {
  return [eyebrow(plain(project.name, 80)), title(words)]
}

const LIMITS: readonly (readonly [RaiseLimit, label: string])[] = [
  ['silentWeeks', 'An owner has not answered: weeks in a row'],
  ['blockedDays', 'An item is blocked: more than so many days'],
  ['showStopperDays', 'A show-stopper is open: more than so many days'],
  ['moves', 'An item was moved: so many times'],
]

const DAY_CHOICES: readonly Choice[] = DAYS.map((name, at) => ({ title: name, value: String(at + 1) }))

function fields(form: RaisingFields, problems: readonly RaisingFault[]): Element[] {
  const wrong = (field: RaisingFault['field']) =>
    problems.filter((problem) => problem.field === field).map((problem) => complaint(faultWords(problem)))
  return [
    {
      type: 'Input.Toggle',
      id: inputOf('raising.save', 'raises'),
      title: 'Raise things with the lead',
      value: form.on ? 'true' : 'false',
      wrap: true,
      spacing: 'medium',
    },
    ...wrong('days'),
    choiceField(inputOf('raising.save', 'days'), 'On these days', DAY_CHOICES, {
      style: 'expanded',
      isMultiSelect: true,
      value: form.days,
    }),
    heading('Raise it when', 'medium'),
    small('0 or empty: never.'),
    ...LIMITS.flatMap(([field, label]) => [
      ...wrong(field),
      textField(inputOf('raising.save', field), label, {
        placeholder: 'Never',
        maxLength: 40,
        ...(form[field] === '' ? {} : { value: form[field].slice(0, MOST_SHOWN) }),
      }),
    ]),
  ]
}

/** Only a client that minds no limits sends more than this. */
const MOST_SHOWN = 200

function faultWords(fault: RaisingFault): string {
  switch (fault.because) {
    case 'none':
      return 'Choose at least one day, or turn it off above.'
    case 'notANumber':
      return `Write a whole number from 0 to ${fault.most}, such as 5. 0 means never.`
    case 'tooMany':
      return `At most ${fault.most}. For never, write 0.`
  }
}
