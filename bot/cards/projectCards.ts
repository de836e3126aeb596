import { driftDays, dueOn } from '../domain/dueDate'
import type { Project } from '../domain/project'
import { dateIn } from '../domain/time'
import type { WeekStep } from '../domain/week'
import type { Outcome } from '../flows/outcome'
import type { ProjectHead } from '../flows/projectHead'
import { execute } from './actions'
import { audienceWords } from './audienceCards'
import { card, type Card } from './card'
import { dateWords, momentWords } from './dates'
import type { Element } from './elements'
import { body, buttons, dotted, eyebrow, facts, openUrl, small, title } from './parts'
import { raisingButton } from './raisingCards'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf, stepTimeWords } from './words'
import { nameOfLanguage, wordsOf, type Words } from './words/wordsOf'

/** The channel has no project yet: what to do about it. */
export function notSetUpCard(reader: Reader): Card {
  const w = wordsOf(reader)
  return card(w.project.noProjectYet, [
    title(w.project.noProjectYet),
    body(w.project.setInMinute),
    ...buttons([execute(w.common.setUp, 'setup.open', {}), helpButton(w)]),
  ])
}

export function helpButton(w: Words) {
  return execute(w.common.whatCanISay, 'say', { text: 'help' })
}

/** The project as it is now, after it was set up or changed. */
export function projectSavedCard(project: Project, created: boolean, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = created ? w.project.isSetUp : w.project.isSaved
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(projectName(project)),
    title(words),
    ...(created ? [body(w.project.nextQuestion)] : []),
    ...projectFacts(project, reader),
    ...(created ? [small(w.project.postPageHint, 'medium')] : []),
    ...buttons([
      created
        ? execute(w.project.postPage, 'anchor.post', { project: project.id })
        : execute(w.common.myItems, 'say', { project: project.id, text: 'mine' }),
      execute(w.project.change, 'setup.open', { project: project.id }),
      execute(w.common.whoGetsRecap, 'audience.open', { project: project.id }),
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'issues' })) ??
        execute(w.project.pinTabs, 'pin', { project: project.id }),
      raisingButton(project.id, w),
    ]),
  ])
}

function projectName({ name, customer }: Pick<Project, 'name' | 'customer'>): string {
  return dotted(plain(customer, 80), plain(name, 80))
}

function projectFacts(project: Project, reader: Reader): Element[] {
  const w = wordsOf(reader)
  const { goLive, workstreams, state } = project
  const calendar = calendarOf(dateIn(reader.now, project.zone), reader)
  const live = goLive
    ? dotted(
        dateWords(dueOn(goLive), calendar),
        goLive.moves.length > 0 &&
          w.project.firstGoLive(dateWords(goLive.first, calendar), w.states.drift(driftDays(goLive))),
      )
    : w.project.noDateYet
  return facts([
    [w.project.lead, [plain(project.lead.name, 80)]],
    [w.project.goLive, [live]],
    [
      w.project.workstreams,
      [
        workstreams.length === 0
          ? w.project.noneYet
          : w.project.listed(
              workstreams.map(({ name }) => plain(name, 80)),
              20,
            ),
      ],
    ],
    [w.project.theWeek, weekLines(project, w)],
    ...(project.audience.length > 0
      ? [
          [
            w.project.recapTo,
            [plain(audienceWords(w.project.thisChannel, project.audience, w), 900)],
          ] as const,
        ]
      : []),
    [w.project.timeZone, [plain(project.zone)]],
    [w.project.language, [nameOfLanguage(project.language)]],
    [w.project.whoIsLate, [project.namesWhoIsMissing ? w.project.named : w.project.counted]],
    ...(state.status === 'paused'
      ? [[w.project.paused, [w.project.pausedBy(plain(state.by.name, 80))]] as const]
      : []),
  ])
}

function steps(w: Words): readonly (readonly [WeekStep, string])[] {
  return [
    ['ask', w.project.iAsk],
    ['remind', w.project.iRemind],
    ['draft', w.project.getsDraft],
    ['post', w.project.isPosted],
  ]
}

/** The steps of the week with their times, a line each. */
export function weekLines({ week, reminds }: Pick<Project, 'week' | 'reminds'>, w: Words): string[] {
  return steps(w)
    .filter(([step]) => step !== 'remind' || reminds)
    .map(([step, what]) => `${stepTimeWords(week[step], w)}: ${what}`)
}

type DeletionOutcome = Extract<Outcome, { kind: 'deleteAsked' | 'deleted' | 'stillGoing' }>

export function deletionCard(outcome: DeletionOutcome, reader: Reader): Card {
  const w = wordsOf(reader)
  switch (outcome.kind) {
    case 'deleteAsked': {
      const { project, said } = outcome
      const name = plain(project.name, 80)
      return card(`${oneLine(project.name, 80)}: ${w.project.deleteIt}`, [
        eyebrow(name),
        title(w.project.deleteIt),
        ...(said === null ? [] : [body(w.project.otherName(plain(said, 120)))]),
        body(w.project.whatGoes),
        body(w.project.saveFirst),
        body(w.project.toDelete(name)),
      ])
    }
    case 'deleted': {
      const { project, by } = outcome
      const words = w.project.isDeleted
      return card(`${oneLine(project.name, 80)}: ${words}`, [
        eyebrow(plain(project.name, 80)),
        title(words),
        body(w.project.deletedBy(plain(by.name, 80))),
        body(w.project.tabsStay),
      ])
    }
    case 'stillGoing': {
      const calendar = calendarOf(dateIn(reader.now, reader.zone), reader)
      const time = momentWords(outcome.until, reader.zone, calendar)
      return card(w.project.stillGoing, [title(w.project.stillGoing), body(w.project.setUpFrom(time))])
    }
  }
}

type PauseOutcome = Extract<Outcome, { kind: 'paused' | 'resumed' }>

export function pauseCard({ kind, project, already }: PauseOutcome, reader: Reader): Card {
  const w = wordsOf(reader)
  const paused = kind === 'paused'
  const words = paused
    ? already
      ? w.project.pausedAlready
      : w.project.isPaused
    : already
      ? w.project.runningAlready
      : w.project.runsAgain
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(paused ? w.project.askNobody : w.project.usualTime),
    ...buttons([
      paused
        ? execute(w.project.resume, 'resume', { project: project.id })
        : execute(w.common.status, 'status', { project: project.id }),
    ]),
  ])
}

/** Says whether the person is reminded from now on. */
export function remindersCard(on: boolean, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = on ? w.project.remindAgain : w.project.noMore
  return card(words, [
    title(words),
    body(on ? w.project.twiceAWeek : w.project.everywhere),
    small(on ? w.project.toGetNone : w.project.toGetAgain),
  ])
}

/** There is nobody to ask, said to who wanted to. */
export function nothingToAskCard(project: ProjectHead, reader: Reader): Card {
  const w = wordsOf(reader)
  return card(w.project.nobodyHasSummary(oneLine(project.name, 80)), [
    eyebrow(plain(project.name, 80)),
    title(w.project.nobodyHas),
    body(w.project.nobodyToAsk),
    ...buttons([execute(w.common.status, 'status', { project: project.id })]),
  ])
}
