import type { FurtherChannel } from '../domain/audience'
import type { AudienceOutcome, AudienceProblem, AudienceView } from '../flows/audienceOutcome'
import { channelValue, execute, inputOf } from './actions'
import { card, type Card } from './card'
import { channelHelp } from './deliveryWords'
import type { Element } from './elements'
import { body, buttons, choiceField, complaint, eyebrow, quoted, small, title } from './parts'
import { oneLine, plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'
import type { Reader } from './reader'

type Of<K extends AudienceOutcome['kind']> = Extract<AudienceOutcome, { kind: K }>

/** The choice of the channels that get the recap, and how saving it ended. */
export function audienceCard(outcome: AudienceOutcome, reader: Reader): Card {
  const w = wordsOf(reader)
  switch (outcome.kind) {
    case 'audienceForm':
      return formCard(outcome, w)
    case 'audienceSaved':
      return savedCard(outcome, w)
    case 'audienceChangedMeanwhile':
      return changedCard(outcome, w)
  }
}

function formCard({ view, problem }: Of<'audienceForm'>, w: Words): Card {
  const { project, version } = view
  return card(w.audience.whoGets, [
    eyebrow(plain(project.name, 80)),
    title(w.audience.whoGets),
    body(w.audience.alwaysGets(capitalHome(view.home, w))),
    ...(problem ? [complaint(problemWords(problem, w))] : []),
    ...troubles(view, w),
    ...choices(view, w),
    ...buttons([
      view.channels.length + view.gone.length > 0
        ? execute(w.common.save, 'audience.save', { project: project.id, version })
        : null,
      execute(w.audience.whoGotLast, 'deliveries', { project: project.id }),
    ]),
  ])
}

function changedCard({ view, by, theirs }: Of<'audienceChangedMeanwhile'>, w: Words): Card {
  const { project, version } = view
  const words = w.audience.choseOther(oneLine(by.name, 80))
  return card(words, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    body(w.audience.notSavedYet),
    quoted(w.audience.standsNow, [audienceWords(view.home, theirs, w)]),
    ...choices(view, w),
    ...buttons([
      execute(w.audience.saveMine, 'audience.save', { project: project.id, version }),
      execute(w.audience.startAgain, 'audience.open', { project: project.id }),
    ]),
  ])
}

function savedCard({ project, home, audience }: Of<'audienceSaved'>, w: Words): Card {
  const words = w.audience.saved
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(w.audience.fromNext(plain(audienceWords(home, audience, w), 900))),
    ...(audience.length > 0 ? [small(w.audience.everybodyReads)] : []),
    ...buttons([execute(w.audience.change, 'audience.open', { project: project.id })]),
  ])
}

/** "General, Steering and Vendors". */
export function audienceWords(home: string | null, audience: readonly FurtherChannel[], w: Words): string {
  return w.audience.channels([
    home ?? w.audience.thisChannel,
    ...audience.map(({ name }) => oneLine(name, 80)),
  ])
}

function capitalHome(home: string | null, w: Words): string {
  return home === null ? w.audience.thisChannelCapital : plain(home, 80)
}

/** More would make the card too long; the others are found by their names. */
const MOST_CHOICES = 60
/** So many stand open; a longer list folds into one field. */
const MOST_OPEN = 12

function choices({ channels, ticked }: AudienceView, w: Words): Element[] {
  if (channels.length === 0) return [body(w.audience.noOther)]
  const isTicked = (channel: FurtherChannel) => ticked.includes(channel.id)
  const first =
    channels.length <= MOST_CHOICES
      ? channels
      : channels.toSorted((a, b) => Number(isTicked(b)) - Number(isTicked(a)))
  const shown = first.slice(0, MOST_CHOICES)
  return [
    choiceField(
      inputOf('audience.save', 'channels'),
      w.audience.alsoSend,
      shown.map(({ id, name }) => ({ title: oneLine(name, 80), value: channelValue(id) })),
      {
        style: shown.length > MOST_OPEN ? 'compact' : 'expanded',
        isMultiSelect: true,
        wrap: true,
        value: shown
          .filter(isTicked)
          .map(({ id }) => channelValue(id))
          .join(','),
      },
    ),
    ...(channels.length > shown.length
      ? [small(w.audience.moreChannels(channels.length - shown.length), 'small')]
      : []),
  ]
}

function troubles({ gone, unreached }: AudienceView, w: Words): Element[] {
  return [
    ...gone.map(({ name }) => complaint(w.audience.noLonger(plain(name, 80)))),
    ...unreached.map(({ channel, why }) => complaint(w.audience.lastCopy(channelHelp(channel.name, why, w)))),
  ]
}

function problemWords(problem: AudienceProblem, w: Words): string {
  switch (problem.kind) {
    case 'noSuchChannel':
      return w.audience.noChannel(plain(problem.typed, 80))
    case 'goneMeanwhile':
      return w.audience.goneMeanwhile
    case 'tooMany':
      return w.audience.tooMany(problem.ticked, problem.most)
  }
}
