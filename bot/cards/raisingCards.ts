import type { ProjectId } from '../domain/ids'
import type { RaiseLimit, Raising, RaisingFault, RaisingFields } from '../domain/raising'
import type { Outcome } from '../flows/outcome'
import type { ProjectHead } from '../flows/projectHead'
import { execute, inputOf } from './actions'
import { card, type Card } from './card'
import type { Choice, Element } from './elements'
import { body, buttons, choiceField, complaint, eyebrow, heading, small, textField, title } from './parts'
import { oneLine, plain } from './text'
import type { Reader } from './reader'
import { wordsOf, type Words } from './words/wordsOf'

type Form = Extract<Outcome, { kind: 'raisingForm' }>
type Saved = Extract<Outcome, { kind: 'raisingSaved' }>
type Changed = Extract<Outcome, { kind: 'raisingChangedMeanwhile' }>

/** The settings of what is raised with the lead. What was typed stays, what is wrong is said above it. */
export function raisingCard({ project, form, version, problems }: Form, reader: Reader): Card {
  const w = wordsOf(reader)
  return card(`${oneLine(project.name, 80)}: ${w.project.raiseInline}`, [
    ...head(project, w.project.raise),
    body(w.project.atNine),
    ...fields(form, problems, w),
    ...buttons([execute(w.common.save, 'raising.save', { project: project.id, version })]),
  ])
}

/** Somebody else changed them while the form was open: what was typed stays, to be saved over theirs or let go. */
export function raisingChangedCard({ project, version, by, form }: Changed, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = w.project.raisingChanged(oneLine(by.name, 80))
  return card(w.project.yoursNotSaved(words), [
    ...head(project, plain(words)),
    body(w.project.notSavedYet),
    ...fields(form, [], w),
    ...buttons([
      execute(w.project.saveMine, 'raising.save', { project: project.id, version }),
      execute(w.project.startAgain, 'raising.open', { project: project.id }),
    ]),
  ])
}

/** What is raised when from now on. */
export function raisingSavedCard({ project, raising }: Saved, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = raising.on ? w.project.savedRaise : w.project.savedNothing
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    ...head(project, words),
    body(raisingWords(raising, w)),
    ...(raising.on ? limitLines(raising, w) : []),
    ...buttons([
      execute(w.project.raisedNow, 'say', { project: project.id, text: 'alerts' }),
      changeButton(project.id, w),
    ]),
  ])
}

/** The way to the settings from another card. */
export function raisingButton(project: ProjectId, w: Words) {
  return execute(w.project.raise, 'raising.open', { project })
}

function changeButton(project: ProjectId, w: Words) {
  return execute(w.project.change, 'raising.open', { project })
}

/** When the lead hears of troubles, in a sentence. */
export function raisingWords({ on, days }: Raising, w: Words): string {
  return on ? w.project.iLook(daysWords(days, w)) : w.project.turnedOff
}

/** What each limit raises, a line each in the order of the form. */
function limitLines({ limits }: Raising, w: Words): Element[] {
  const { silentWeeks, blockedDays, showStopperDays, moves } = limits
  const lines = [
    silentWeeks !== null && w.project.silentFor(silentWeeks),
    blockedDays !== null && w.project.blockedOver(blockedDays),
    showStopperDays !== null && w.project.stopperOver(showStopperDays),
    moves !== null && w.project.movedOrMore(moves),
  ].filter((line) => line !== false)
  return lines.length === 0
    ? [body(w.project.noLimit)]
    : [heading(w.project.iRaiseWhen, 'medium'), ...lines.map((line) => body(line, 'none'))]
}

/** "Mon to Fri", "Mon, Wed and Fri". */
function daysWords(days: readonly number[], w: Words): string {
  const [first = 1] = days
  const isRun = days.length > 2 && days.every((day, at) => day === first + at)
  const names = days.map((day) => Object.values(w.dates.day)[day - 1] ?? '')
  return isRun ? w.project.dayRun(names[0] ?? '', names.at(-1) ?? '') : w.project.listed(names, 7)
}

function head(project: ProjectHead, words: string): Element[] {
  return [eyebrow(plain(project.name, 80)), title(words)]
}

function limits(w: Words): readonly (readonly [RaiseLimit, label: string])[] {
  return [
    ['silentWeeks', w.project.ownerSilent],
    ['blockedDays', w.project.itemBlocked],
    ['showStopperDays', w.project.stopperOpen],
    ['moves', w.project.itemMoved],
  ]
}

function dayChoices(w: Words): readonly Choice[] {
  return Object.values(w.dates.day).map((title, at) => ({ title, value: String(at + 1) }))
}

function fields(form: RaisingFields, problems: readonly RaisingFault[], w: Words): Element[] {
  const wrong = (field: RaisingFault['field']) =>
    problems.filter((problem) => problem.field === field).map((problem) => complaint(faultWords(problem, w)))
  return [
    {
      type: 'Input.Toggle',
      id: inputOf('raising.save', 'raises'),
      title: w.project.raiseThings,
      value: form.on ? 'true' : 'false',
      wrap: true,
      spacing: 'medium',
    },
    ...wrong('days'),
    choiceField(inputOf('raising.save', 'days'), w.project.onDays, dayChoices(w), {
      style: 'expanded',
      isMultiSelect: true,
      value: form.days,
    }),
    heading(w.project.raiseWhen, 'medium'),
    small(w.project.zeroNever),
    ...limits(w).flatMap(([field, label]) => [
      ...wrong(field),
      textField(inputOf('raising.save', field), label, {
        placeholder: w.project.never,
        maxLength: 40,
        ...(form[field] === '' ? {} : { value: form[field].slice(0, MOST_SHOWN) }),
      }),
    ]),
  ]
}

/** Only a client that minds no limits sends more than this. */
const MOST_SHOWN = 200

function faultWords(fault: RaisingFault, w: Words): string {
  switch (fault.because) {
    case 'none':
      return w.project.oneDay
    case 'notANumber':
      return w.project.wholeNumber(fault.most)
    case 'tooMany':
      return w.project.atMost(fault.most)
  }
}
