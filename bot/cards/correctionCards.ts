import type { Correction, Recap, RecapPart, RecapWords } from '../domain/recap'
import { wordsOf } from '../domain/recapCorrection'
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
import { listed, oneLine, plain } from './text'
import { calendarOf, ragWord } from './words'

type Of<K extends CorrectionOutcome['kind']> = Extract<CorrectionOutcome, { kind: K }>

/** The lead's form, and how saving it ended. */
export function correctionCard(outcome: CorrectionOutcome, reader: Reader): Card {
  switch (outcome.kind) {
    case 'correctionForm':
      return formCard(outcome, reader)
    case 'recapCorrected':
      return correctedCard(outcome, reader)
    case 'nothingToCorrect':
      return nothingCard(outcome)
    case 'tooLateToCorrect':
      return tooLateCard(outcome)
  }
}

const EARLIER_SHOWN = 5

/** The same fields as the draft has, filled in with what the recap says. */
function formCard(outcome: Of<'correctionForm'>, reader: Reader): Card {
  const { project, posted, overtaken, earlier, typed, problems } = outcome
  const { recap } = posted
  const form = { recap, typed, problems }
  const week = weekWords(recap.week)
  const words = overtaken
    ? `${oneLine(overtaken.by.name, 80)} corrected the recap meanwhile`
    : `Correct the recap of ${week}`
  const data = { project: project.id, week: recap.week, seen: recap.corrected?.times ?? 0 }
  return card(words, [
    eyebrow(`${plain(project.name, 80)} · ${week} · only you see it`),
    title(plain(words)),
    ...(overtaken ? overtakenLines(overtaken.parts, recap) : [body(HOW_IT_WORKS)]),
    ...problems.map((problem) => complaint(problemWords(problem, recap))),
    ...wordFields(form),
    ...colourFields(form),
    ...(recap.workstreams.length > 0
      ? [small('The overall colour does not follow a workstream’s by itself: set it too.', 'small')]
      : []),
    ...buttons([
      execute(overtaken ? 'Save mine' : 'Save the correction', 'recap.saveCorrection', data),
      overtaken ? execute('Start again', 'recap.correct', { project: project.id, week: recap.week }) : null,
      coloursButton(form),
    ]),
    ...earlierVersions(earlier, recap, reader),
  ])
}

const HOW_IT_WORKS =
  'The message in the channel and its copies change in place and say what was corrected. The numbers and records stay as they were posted. It can be corrected until the next recap is posted.'

function overtakenLines(parts: readonly RecapPart[], recap: Recap): Element[] {
  return [
    body(
      'Nothing of yours is saved yet. Below is what you typed: save it over theirs, or start from what stands now.',
    ),
    quoted('What stands now', saidIn(parts, wordsOf(recap), recap)),
  ]
}

/** What these words say in some parts, a line for each. */
function saidIn(parts: readonly RecapPart[], words: RecapWords, recap: Recap): readonly string[] {
  return parts.map((part) => {
    if (part === 'headline') return `Headline: ${words.headline}`
    if (part === 'note') return words.note === '' ? 'No note' : `Note: ${words.note}`
    const isOverall = part === 'overall'
    const line = recap.workstreams.find(({ id }) => id === part)
    const rule = isOverall ? recap.overall.rule : (line?.verdict.rule ?? 'green')
    const set = isOverall
      ? words.overallOverride
      : (words.workstreamOverrides.find(({ workstream }) => workstream === part) ?? null)
    const name = isOverall ? 'Overall' : (line?.name ?? part)
    return `${name}: ${ragWord(set?.colour ?? rule)}${set?.why ? `, ${set.why}` : ''}`
  })
}

/** The latest corrections, and what the recap said before each. */
function earlierVersions(earlier: readonly Correction[], recap: Recap, reader: Reader): Element[] {
  if (earlier.length === 0) return []
  const calendar = calendarOf(dateIn(reader.now, recap.zone), reader)
  const shown = earlier.toReversed().slice(0, EARLIER_SHOWN)
  return [
    section([
      heading('What it said before'),
      ...shown.flatMap(({ at, by, parts, before }) => [
        small(
          `Until ${momentWords(at, reader.zone, calendar)}, when ${plain(by.name, 80)} corrected it`,
          'small',
        ),
        ...saidIn(parts, before, recap).map((line) => body(plain(line, 300), 'none')),
      ]),
      ...(earlier.length > shown.length
        ? [small(`and ${earlier.length - shown.length} before`, 'small')]
        : []),
    ]),
  ]
}

function correctedCard({ project, posted, parts }: Of<'recapCorrected'>, reader: Reader): Card {
  const { recap, copies, delivery } = posted
  const week = weekWords(recap.week)
  const words = parts.length === 0 ? 'Nothing was changed' : `The recap of ${week} is corrected`
  const copied = copies
    .filter((copy) => copy.delivery.status === 'sent')
    .map(({ channel }) => plain(channel.name, 80))
  const places = [...(delivery.status === 'sent' ? ['the channel'] : []), ...copied]
  const edits =
    places.length === 0
      ? 'No message of it was seen to arrive, so there is none to change. It stands corrected on the tab.'
      : `It changes in place in ${listed(places)}.`
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${week}`),
    title(words),
    body(
      parts.length === 0
        ? 'The recap says this already.'
        : `${plain(correctedWords(recap, reader.locale) ?? '', 600)}. ${edits}`,
    ),
    ...(parts.length === 0 ? [] : [small(`Changed now: ${plain(partWords(parts, recap), 400)}`)]),
    ...buttons([
      execute('Who got it', 'deliveries', { project: project.id }),
      execute('Correct again', 'recap.correct', { project: project.id, week: recap.week }),
      openUrl('Open the recap', reader.links.tab(project.id, { page: 'recap', week: recap.week })),
    ]),
  ])
}

function nothingCard({ project }: Of<'nothingToCorrect'>): Card {
  const words = 'There is no posted recap to correct'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body('Until it is posted, the draft is where it changes.'),
    ...buttons([execute('Open the draft', 'draft.open', { project: project.id })]),
  ])
}

function tooLateCard({ project, week, latest, typed }: Of<'tooLateToCorrect'>): Card {
  const words = `The recap of ${weekWords(week)} stays as it is`
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${weekWords(week)}`),
    title(words),
    body(
      `The recap of ${weekWords(latest)} is posted and builds on it. What is wrong can be put right in that one, or in the next.`,
    ),
    ...(typed === null ? [] : [quoted('Not saved', typedLines(typed))]),
    ...buttons([
      execute(`Correct ${weekWords(latest)}`, 'recap.correct', { project: project.id, week: latest }),
    ]),
  ])
}

function typedLines({ headline, note, overall, workstreams }: DraftEdit): readonly string[] {
  const colours = [...(overall ? [overall] : []), ...workstreams].filter(({ why }) => why.trim() !== '')
  return [headline ?? '', note, ...colours.map(({ colour, why }) => `${ragWord(colour)}: ${why}`)].filter(
    (line) => line.trim() !== '',
  )
}
