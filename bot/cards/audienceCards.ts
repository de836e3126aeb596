import type { FurtherChannel } from '../domain/audience'
import type { AudienceOutcome, AudienceProblem, AudienceView } from '../flows/audienceOutcome'
import { channelValue, execute, inputOf } from './actions'
import { card, type Card } from './card'
import { channelHelp } from './deliveryWords'
import type { Element } from './elements'
import { body, buttons, choiceField, complaint, eyebrow, quoted, small, title } from './parts'
import { listed, oneLine, plain } from './text'

type Of<K extends AudienceOutcome['kind']> = Extract<AudienceOutcome, { kind: K }>

/** The choice of the channels that get the recap, and how saving it ended. */
export function audienceCard(outcome: AudienceOutcome): Card {
  switch (outcome.kind) {
    case 'audienceForm':
      return formCard(outcome)
    case 'audienceSaved':
      return savedCard(outcome)
    case 'audienceChangedMeanwhile':
      return changedCard(outcome)
  }
}

function formCard({ view, problem }: Of<'audienceForm'>): Card {
  const { project, version } = view
  return card('Who gets the recap', [
    eyebrow(plain(project.name, 80)),
    title('Who gets the recap'),
    body(
      `${capitalHome(view.home)} always gets it. Channels that you tick get a copy, which follows corrections.`,
    ),
    ...(problem ? [complaint(problemWords(problem))] : []),
    ...troubles(view),
    ...choices(view),
    ...buttons([
      view.channels.length + view.gone.length > 0
        ? execute('Save', 'audience.save', { project: project.id, version })
        : null,
      execute('Who got the last one', 'deliveries', { project: project.id }),
    ]),
  ])
}

function changedCard({ view, by, theirs }: Of<'audienceChangedMeanwhile'>): Card {
  const { project, version } = view
  const words = `${oneLine(by.name, 80)} chose other channels meanwhile`
  return card(words, [
    eyebrow(plain(project.name, 80)),
    title(plain(words)),
    body(
      'Nothing of yours is saved yet. Below is what you ticked: save it over theirs, or start from what stands now.',
    ),
    quoted('What stands now', [audienceWords(view.home, theirs)]),
    ...choices(view),
    ...buttons([
      execute('Save mine', 'audience.save', { project: project.id, version }),
      execute('Start again', 'audience.open', { project: project.id }),
    ]),
  ])
}

function savedCard({ project, home, audience }: Of<'audienceSaved'>): Card {
  const words = 'It is saved who gets the recap'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(`From the next recap on: ${plain(audienceWords(home, audience), 900)}.`),
    ...(audience.length > 0
      ? [small('Everybody who reads a channel can read the copy there, and no more of the project.')]
      : []),
    ...buttons([execute('Change', 'audience.open', { project: project.id })]),
  ])
}

/** "General, Steering and Vendors". */
export function audienceWords(home: string | null, audience: readonly FurtherChannel[]): string {
  return listed([home ?? 'this project’s channel', ...audience.map(({ name }) => oneLine(name, 80))], 11)
}

function capitalHome(home: string | null): string {
  return home === null ? 'This project’s channel' : plain(home, 80)
}

/** More would make the card too long; the others are found by their names. */
const MOST_CHOICES = 60
/** So many stand open; a longer list folds into one field. */
const MOST_OPEN = 12

function choices({ channels, ticked }: AudienceView): Element[] {
  if (channels.length === 0)
    return [body('This team has no other channel yet. Add one in Teams, then say: audience')]
  const isTicked = (channel: FurtherChannel) => ticked.includes(channel.id)
  const first =
    channels.length <= MOST_CHOICES
      ? channels
      : channels.toSorted((a, b) => Number(isTicked(b)) - Number(isTicked(a)))
  const shown = first.slice(0, MOST_CHOICES)
  return [
    choiceField(
      inputOf('audience.save', 'channels'),
      'Also send it to',
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
      ? [
          small(
            `${channels.length - shown.length} more channels: say recap to and the name, such as: recap to Steering`,
            'small',
          ),
        ]
      : []),
  ]
}

function troubles({ gone, unreached }: AudienceView): Element[] {
  return [
    ...gone.map(({ name }) =>
      complaint(`${plain(name, 80)} is no longer in this team. Saving takes it off the list.`),
    ),
    ...unreached.map(({ channel, why }) =>
      complaint(`The last copy did not arrive. ${channelHelp(channel.name, why)}`),
    ),
  ]
}

function problemWords(problem: AudienceProblem): string {
  switch (problem.kind) {
    case 'noSuchChannel':
      return `This team has no channel called ${plain(problem.typed, 80)}. These are its channels:`
    case 'goneMeanwhile':
      return 'A channel that you ticked is no longer in this team. Nothing is saved yet: tick again, then save.'
    case 'tooMany':
      return `You ticked ${problem.ticked} channels, and ${problem.most} can get a copy. Nothing is saved yet.`
  }
}
