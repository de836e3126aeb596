import { driftDays, dueOn } from '../domain/dueDate'
import type { Project } from '../domain/project'
import { dateIn } from '../domain/time'
import type { StepTime, WeekStep } from '../domain/week'
import type { Outcome, ProjectHead } from '../flows/outcome'
import { execute } from './actions'
import { audienceWords } from './audienceCards'
import { card, type Card } from './card'
import { dateWords } from './dates'
import type { Element } from './elements'
import { body, buttons, dotted, eyebrow, facts, openUrl, small, title } from './parts'
import { raisingButton } from './raisingCards'
import type { Reader } from './reader'
import { listed, oneLine, plain } from './text'
import { calendarOf, driftWords } from './words'

/** The channel has no project yet: what to do about it. */
export function notSetUpCard(): Card {
  return card('This channel has no project yet', [
    title('This channel has no project yet'),
    body('Set it up in a minute: a name, who leads it, and when the week runs. Nothing is sent before that.'),
    ...buttons([execute('Set up this project', 'setup.open', {}), helpButton()]),
  ])
}

export function helpButton() {
  return execute('What can I say?', 'say', { text: 'help' })
}

/** The project as it is now, after it was set up or changed. */
export function projectSavedCard(project: Project, created: boolean, reader: Reader): Card {
  const words = created ? 'The project is set up' : 'The project is saved'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(projectName(project)),
    title(words),
    ...(created
      ? [body('The next weekly question goes out at the time below, to whoever has open items.')]
      : []),
    ...projectFacts(project, reader),
    ...(created
      ? [small('Post the page to the channel: everybody finds there how this project runs.', 'medium')]
      : []),
    ...buttons([
      created
        ? execute('Post the page', 'anchor.post', { project: project.id })
        : execute('My items', 'say', { project: project.id, text: 'mine' }),
      execute('Change', 'setup.open', { project: project.id }),
      execute('Who gets the recap', 'audience.open', { project: project.id }),
      openUrl('Open the tab', reader.links.tab(project.id, { page: 'issues' })) ??
        execute('Pin the tabs', 'pin', { project: project.id }),
      raisingButton(project.id),
    ]),
  ])
}

function projectName({ name, customer }: Pick<Project, 'name' | 'customer'>): string {
  return dotted(plain(customer, 80), plain(name, 80))
}

function projectFacts(project: Project, reader: Reader): Element[] {
  const { goLive, workstreams, state } = project
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  const live = goLive
    ? dotted(
        dateWords(dueOn(goLive), calendar),
        goLive.moves.length > 0 &&
          `first ${dateWords(goLive.first, calendar)}, ${driftWords(driftDays(goLive))}`,
      )
    : 'No date yet'
  return facts([
    ['Lead', [plain(project.lead.name, 80)]],
    ['Go-live', [live]],
    [
      'Workstreams',
      [
        workstreams.length === 0
          ? 'None yet'
          : listed(
              workstreams.map(({ name }) => plain(name, 80)),
              20,
            ),
      ],
    ],
    ['The week', weekLines(project)],
    ...(project.audience.length > 0
      ? [['Recap to', [plain(audienceWords('This channel', project.audience), 900)]] as const]
      : []),
    ['Time zone', [plain(project.zone)]],
    ['Who is late', [project.namesWhoIsMissing ? 'Named in the channel' : 'Counted, not named']],
    ...(state.status === 'paused' ? [['Paused', [`By ${plain(state.by.name, 80)}`]] as const] : []),
  ])
}

const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const STEPS: readonly (readonly [WeekStep, string])[] = [
  ['ask', 'I ask the owners'],
  ['remind', 'I remind who has not answered'],
  ['draft', 'the lead gets the draft'],
  ['post', 'the recap is posted'],
]

/** The steps of the week with their times, a line each. */
export function weekLines({ week, reminds }: Pick<Project, 'week' | 'reminds'>): string[] {
  return STEPS.filter(([step]) => step !== 'remind' || reminds).map(
    ([step, what]) => `${stepWords(week[step])}: ${what}`,
  )
}

function stepWords({ day, time }: StepTime): string {
  return `${DAYS[day] ?? ''} ${time}`
}

type PauseOutcome = Extract<Outcome, { kind: 'paused' | 'resumed' }>

export function pauseCard({ kind, project, already }: PauseOutcome): Card {
  const paused = kind === 'paused'
  const words = paused
    ? already
      ? 'This project is paused already'
      : 'This project is paused'
    : already
      ? 'This project is running already'
      : 'This project runs again'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(
      paused
        ? 'I ask nobody and post nothing until somebody resumes it. Items and issues can still be changed.'
        : 'The next question goes out at its usual time.',
    ),
    ...buttons([
      paused
        ? execute('Resume', 'resume', { project: project.id })
        : execute('Status', 'status', { project: project.id }),
    ]),
  ])
}

/** Says whether the person is reminded from now on. */
export function remindersCard(on: boolean): Card {
  const words = on ? 'I remind you again' : 'No more reminders'
  return card(words, [
    title(words),
    body(
      on
        ? 'Twice a week at most, in your working hours, and only while something of yours waits for an answer.'
        : 'This holds in all your projects here. Your card still comes once a week.',
    ),
    small(on ? 'To get none, say: stop reminders' : 'To get them again, say: start reminders'),
  ])
}

/** There is nobody to ask, said to who wanted to. */
export function nothingToAskCard(project: ProjectHead): Card {
  return card(`${oneLine(project.name, 80)}: nobody has open items`, [
    eyebrow(plain(project.name, 80)),
    title('Nobody has open items'),
    body('So there is nobody to ask. To add one: action price file @Adele by Fri'),
    ...buttons([execute('Status', 'status', { project: project.id })]),
  ])
}
