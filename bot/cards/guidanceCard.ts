import type { ProjectId } from '../domain/ids'
import type { Person } from '../domain/person'
import { execute, repeat, type CardAction } from './actions'
import { bytesOf, card, type Card } from './card'
import type { CardButton, Element } from './elements'
import { body, buttons, quoted, small, title } from './parts'
import { helpButton } from './projectCards'
import { excerpt, listed, oneLine, plain } from './text'

/** What was said could not be carried out as it stands; each way leads on, and echoes what was typed. */
export type Guidance =
  /** `name` fits several members; choosing one says the sentence again. */
  | {
      readonly kind: 'whichPerson'
      readonly said: string
      readonly name: string
      readonly people: readonly Person[]
    }
  /** Nobody on the team is called so; `close`: whom it may have meant. */
  | {
      readonly kind: 'nobodyNamed'
      readonly said: string
      readonly name: string
      readonly close: readonly Person[]
    }
  /** `typed` is no date that is understood. */
  | { readonly kind: 'badDate'; readonly said: string; readonly typed: string }
  /** At most two sentences that may have been meant, ready to be said. */
  | { readonly kind: 'didYouMean'; readonly said: string; readonly guesses: readonly string[] }
  /** A command without what it needs; `example` is a whole one. */
  | {
      readonly kind: 'incomplete'
      readonly said: string
      readonly missing: string
      readonly example: string
    }
  | { readonly kind: 'notUnderstood'; readonly said: string }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'thanked' }
  /** Somebody chosen on a card who is no longer on the team. */
  | { readonly kind: 'personGone' }
  | { readonly kind: 'badIssueNumber'; readonly typed: string }
  /** The card is from another time: it can't be used any more. */
  | { readonly kind: 'oldCard' }

/** One step further for somebody whose words could not be used; `project` where the talk is about one. */
export function guidanceCard(guidance: Guidance, project: ProjectId | null): Card {
  const say = sayer(project)
  switch (guidance.kind) {
    case 'whichPerson':
      return whichPerson(guidance, say)
    case 'nobodyNamed':
      return nobodyNamed(guidance, say)
    case 'badDate':
      return told(`“${oneLine(guidance.typed, 60)}” is no date that I know`, [
        body('Dates I know: Fri, 20 Nov, in 2 weeks, tomorrow, 2026-11-20.'),
        ...wrote(guidance.said),
      ])
    case 'didYouMean':
      return told(
        null,
        [body(`I don't know “${plain(guidance.said, 120)}”. Did you mean:`, 'none')],
        [...guidance.guesses.slice(0, 2).map((guess) => say(oneLine(guess, 40), guess)), helpButton()],
      )
    case 'incomplete':
      return told(oneLine(guidance.missing, 120), [
        body(`For example: ${plain(guidance.example)}`),
        ...wrote(guidance.said),
      ])
    case 'notUnderstood':
      return told('I did not understand that', wrote(guidance.said), [
        say('My items', 'mine'),
        say('Status', 'status'),
        helpButton(),
      ])
    case 'nothingToUndo':
      return told(
        'There is nothing of yours to take back',
        [body('I looked at what you changed in the last hour.')],
        [say('My items', 'mine'), helpButton()],
      )
    case 'thanked':
      return told('Glad to help', [], [say('My items', 'mine'), helpButton()])
    case 'personGone':
      return told('That person is no longer on this team', [
        body('Nothing was changed. Please choose somebody else.'),
      ])
    case 'badIssueNumber':
      return told(
        `“${oneLine(guidance.typed, 40)}” is no issue`,
        [body('Issues are numbered like I-7. Nothing was changed.')],
        [say('Open issues', 'issues')],
      )
    case 'oldCard':
      return told(
        'This card is too old to be used',
        [body('Nothing was changed. Please ask for a new one.')],
        [say('My items', 'mine'), helpButton()],
      )
  }
}

type Say = (label: string, text: string, people?: readonly { name: string; id: Person['id'] }[]) => CardButton

function sayer(project: ProjectId | null): Say {
  return (label, text, people) =>
    execute(label, 'say', {
      ...(project ? { project } : {}),
      text,
      ...(people ? { people: [...people] } : {}),
    })
}

/** As many as can be told apart at a glance; a longer list wants a longer name. */
const MOST_PEOPLE = 6
/** Each button carries the sentence. */
const MOST_SAID_BYTES = 8_000

function whichPerson({ said, name, people }: Extract<Guidance, { kind: 'whichPerson' }>, say: Say): Card {
  if (bytesOf(said) > MOST_SAID_BYTES) {
    const names = people.map((person) => plain(person.name, 60))
    return told(`Which ${oneLine(name, 60)}?`, [
      body(`Please say it again with the whole name: ${listed(names, MOST_PEOPLE)}.`),
      ...wrote(said),
    ])
  }
  const more =
    people.length > MOST_PEOPLE
      ? [small(`and ${people.length - MOST_PEOPLE} more: please say the whole name.`)]
      : []
  return told(
    `Which ${oneLine(name, 60)}?`,
    [...wrote(said), ...more],
    people
      .slice(0, MOST_PEOPLE)
      .map((person) => say(oneLine(person.name, 60), said, [{ name, id: person.id }])),
  )
}

function nobodyNamed({ said, name, close }: Extract<Guidance, { kind: 'nobodyNamed' }>, say: Say): Card {
  const hint = close.length > 0 ? 'Did you mean:' : 'People have to be on this team to be asked.'
  return told(
    `Nobody here is called ${oneLine(name, 60)}`,
    [...wrote(said), body(hint)],
    (bytesOf(said) > MOST_SAID_BYTES ? [] : close.slice(0, 3)).map((person) =>
      say(oneLine(person.name, 60), said, [{ name, id: person.id }]),
    ),
  )
}

function told(words: string | null, elements: readonly Element[], actions: readonly CardButton[] = []): Card {
  const head = words === null ? [] : [title(plain(words))]
  return card(words ?? 'Did you mean something else?', [...head, ...elements, ...buttons(actions)])
}

function wrote(said: string): Element[] {
  return said.trim() === '' ? [] : [quoted('You wrote', excerpt(said, 3000, 40).lines)]
}

/** Something broke on our side: what was not saved, what was typed, and the reference that the log has too. */
export type Failure = {
  readonly reference: string
  /** What was being done, e.g. "your answer to A-12"; null when it changes nothing. */
  readonly unsaved: string | null
  /** The words that were typed, so that they are not lost. */
  readonly wrote: string | null
  /** What to try again. */
  readonly again: CardAction | null
  /** What was asked for is done, and only the answer to it got lost: doing it again would do it twice. */
  readonly saved?: boolean
}

export function failureCard({ reference, unsaved, wrote: words, again, saved = false }: Failure): Card {
  const headline = saved ? 'Saved, but I could not show it' : headlineOf(unsaved)
  return card(headline, [
    title(plain(headline)),
    body(
      saved
        ? 'Something broke on our side after it was saved. No need to do it again: type its number, or mine.'
        : 'Something broke on our side. Nothing else changed.',
      'none',
    ),
    ...(words === null ? [] : wrote(words)),
    {
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [
        {
          type: 'TextRun',
          text: 'Still there in an hour? Give your administrator this: ',
          size: 'small',
          isSubtle: true,
        },
        { type: 'TextRun', text: oneLine(reference, 60), size: 'small', weight: 'bolder', isSubtle: true },
      ],
    },
    ...buttons([again && repeat('Try again', again)]),
  ])
}

function headlineOf(unsaved: string | null): string {
  return unsaved === null ? 'That did not work' : `Not saved: ${oneLine(unsaved, 120)}`
}
