import type { Correction, Recap, RecapPart, RecapWords } from '../domain/recap'
import { wordsOf as said } from '../domain/recapCorrection'
import { dateIn } from '../domain/time'
import type { DraftEdit } from '../flows/command'
import type { CorrectionOutcome } from '../flows/correctionOutcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { correctedWords, partWords } from './correctionWords'
import { momentWords, weekWords } from './dates'
import type { Element } from './elements'
import { body, buttons, complaint, eyebrow, heading, openUrl, quoted, section, small, title } from './parts'
import { coloursButton, colourFields, problemWords, wordFields } from './recapForm'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf, ragWord } from './words'
import { wordsOf, type Words } from './words/wordsOf'

type Of<K extends CorrectionOutcome['kind']> = Extract<CorrectionOutcome, { kind: K }>

/** The lead's form, and how saving it ended. */
export function correctionCard(outcome: CorrectionOutcome, reader: Reader): Card {
  const w = wordsOf(reader)
  switch (outcome.kind) {
    case 'correctionForm':
      return formCard(outcome, reader)
    case 'recapCorrected':
      return correctedCard(outcome, reader)
    case 'nothingToCorrect':
      return nothingCard(outcome, w)
    case 'tooLateToCorrect':
      return tooLateCard(outcome, w)
  }
}

const EARLIER_SHOWN = 5

/** The same fields as the draft has, filled in with what the recap says. */
function formCard(outcome: Of<'correctionForm'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const { project, posted, overtaken, earlier, typed, problems } = outcome
  const { recap } = posted
  const form = { recap, typed, problems }
  const week = weekWords(recap.week, w)
  const words = overtaken
    ? w.recap.correctedMeanwhile(oneLine(overtaken.by.name, 80))
    : w.recap.correctRecap(week)
  const data = { project: project.id, week: recap.week, seen: recap.corrected?.times ?? 0 }
  return card(words, [
    eyebrow(w.recap.onlyYou(plain(project.name, 80), week)),
    title(plain(words)),
    ...(overtaken ? overtakenLines(overtaken.parts, recap, w) : [body(w.recap.howItWorks)]),
    ...problems.map((problem) => complaint(problemWords(problem, recap, w))),
    ...wordFields(form, w),
    ...colourFields(form, w),
    ...(recap.workstreams.length > 0 ? [small(w.recap.setOverallToo, 'small')] : []),
    ...buttons([
      execute(overtaken ? w.recap.saveMine : w.recap.saveCorrection, 'recap.saveCorrection', data),
      overtaken
        ? execute(w.recap.startAgain, 'recap.correct', { project: project.id, week: recap.week })
        : null,
      coloursButton(form, w),
    ]),
    ...earlierVersions(earlier, recap, reader),
  ])
}

function overtakenLines(parts: readonly RecapPart[], recap: Recap, w: Words): Element[] {
  return [body(w.recap.notSavedYet), quoted(w.recap.standsNow, saidIn(parts, said(recap), recap, w))]
}

/** What these words say in some parts, a line for each. */
function saidIn(parts: readonly RecapPart[], words: RecapWords, recap: Recap, w: Words): readonly string[] {
  return parts.map((part) => {
    if (part === 'headline') return w.recap.headlineWas(words.headline)
    if (part === 'note') return w.recap.noteWas(words.note)
    const isOverall = part === 'overall'
    const line = recap.workstreams.find(({ id }) => id === part)
    const rule = isOverall ? recap.overall.rule : (line?.verdict.rule ?? 'green')
    const set = isOverall
      ? words.overallOverride
      : (words.workstreamOverrides.find(({ workstream }) => workstream === part) ?? null)
    const name = isOverall ? w.recap.overall : (line?.name ?? part)
    return `${name}: ${ragWord(set?.colour ?? rule, w)}${set?.why ? `, ${set.why}` : ''}`
  })
}

/** The latest corrections, and what the recap said before each. */
function earlierVersions(earlier: readonly Correction[], recap: Recap, reader: Reader): Element[] {
  const w = wordsOf(reader)
  if (earlier.length === 0) return []
  const calendar = calendarOf(dateIn(reader.now, recap.zone), reader)
  const shown = earlier.toReversed().slice(0, EARLIER_SHOWN)
  return [
    section([
      heading(w.recap.saidBefore),
      ...shown.flatMap(({ at, by, parts, before }) => [
        small(w.recap.until(momentWords(at, reader.zone, calendar), plain(by.name, 80)), 'small'),
        ...saidIn(parts, before, recap, w).map((line) => body(plain(line, 300), 'none')),
      ]),
      ...(earlier.length > shown.length
        ? [small(w.recap.before(earlier.length - shown.length), 'small')]
        : []),
    ]),
  ]
}

function correctedCard({ project, posted, parts }: Of<'recapCorrected'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const { recap, copies, delivery } = posted
  const week = weekWords(recap.week, w)
  const words = parts.length === 0 ? w.recap.nothingChanged : w.recap.isCorrected(week)
  const copied = copies
    .filter((copy) => copy.delivery.status === 'sent')
    .map(({ channel }) => plain(channel.name, 80))
  const places = [...(delivery.status === 'sent' ? [w.recap.theChannel] : []), ...copied]
  const edits = places.length === 0 ? w.recap.noneToChange : w.recap.changesIn(places)
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${week}`),
    title(words),
    body(
      parts.length === 0
        ? w.recap.saysAlready
        : `${plain(correctedWords(recap, reader.locale) ?? '', 600)}. ${edits}`,
    ),
    ...(parts.length === 0 ? [] : [small(w.recap.changedNow(plain(partWords(parts, recap, w), 400)))]),
    ...buttons([
      execute(w.recap.whoGotIt, 'deliveries', { project: project.id }),
      execute(w.recap.correctAgain, 'recap.correct', { project: project.id, week: recap.week }),
      openUrl(w.recap.openRecap, reader.links.tab(project.id, { page: 'recap', week: recap.week })),
    ]),
  ])
}

function nothingCard({ project }: Of<'nothingToCorrect'>, w: Words): Card {
  const words = w.recap.noneToCorrect
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(w.recap.untilPosted),
    ...buttons([execute(w.recap.openDraft, 'draft.open', { project: project.id })]),
  ])
}

function tooLateCard({ project, week, latest, typed }: Of<'tooLateToCorrect'>, w: Words): Card {
  const words = w.recap.stays(weekWords(week, w))
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${weekWords(week, w)}`),
    title(words),
    body(w.recap.buildsOn(weekWords(latest, w))),
    ...(typed === null ? [] : [quoted(w.recap.notSaved, typedLines(typed, w))]),
    ...buttons([
      execute(w.recap.correctWeek(weekWords(latest, w)), 'recap.correct', {
        project: project.id,
        week: latest,
      }),
    ]),
  ])
}

function typedLines({ headline, note, overall, workstreams }: DraftEdit, w: Words): readonly string[] {
  const colours = [...(overall ? [overall] : []), ...workstreams].filter(({ why }) => why.trim() !== '')
  return [headline ?? '', note, ...colours.map(({ colour, why }) => `${ragWord(colour, w)}: ${why}`)].filter(
    (line) => line.trim() !== '',
  )
}
