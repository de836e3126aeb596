import { isItemId, type ProjectId, type RecordId } from '../domain/ids'
import type { Person } from '../domain/person'
import { execute, repeat, type CardAction } from './actions'
import { bytesOf, card, type Card } from './card'
import type { CardButton, Element } from './elements'
import { body, buttons, quoted, small, title } from './parts'
import { helpButton } from './projectCards'
import { excerpt, oneLine, plain } from './text'
import type { Speaker } from './reader'
import { wordsOf, type Words } from './words/wordsOf'

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
  /** A command without what it needs; `example` is a whole one. `choices`: whole sentences, by what each is about. */
  | {
      readonly kind: 'incomplete'
      readonly said: string
      readonly missing: 'title' | 'id' | 'person'
      readonly example: string
      readonly choices: readonly { readonly about: string; readonly sentence: string }[]
    }
  /** `about`: a record that it names. */
  | { readonly kind: 'notUnderstood'; readonly said: string; readonly about: RecordId | null }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'thanked' }
  /** Somebody chosen on a card who is no longer on the team. */
  | { readonly kind: 'personGone' }
  | { readonly kind: 'badIssueNumber'; readonly typed: string }
  /** The card is from another time: it can't be used any more. */
  | { readonly kind: 'oldCard' }

/** One step further for somebody whose words could not be used; `project` where the talk is about one. */
export function guidanceCard(guidance: Guidance, project: ProjectId | null, reader: Speaker): Card {
  const w = wordsOf(reader)
  const say = sayer(project)
  switch (guidance.kind) {
    case 'whichPerson':
      return whichPerson(guidance, say, w)
    case 'nobodyNamed':
      return nobodyNamed(guidance, say, w)
    case 'badDate':
      return told(
        w.refusals.noDate(oneLine(guidance.typed, 60)),
        [body(w.refusals.datesIKnow), ...wrote(guidance.said, w)],
        [],
        w,
      )
    case 'didYouMean':
      return told(
        null,
        [body(w.refusals.didYouMean(plain(guidance.said, 120)), 'none')],
        [...guidance.guesses.slice(0, 2).map((guess) => say(oneLine(guess, 40), guess)), helpButton(w)],
        w,
      )
    case 'incomplete':
      return told(
        guidance.choices.length > 0 ? w.refusals.whichOne : w.refusals.lacks[guidance.missing],
        [body(w.refusals.forExample(plain(guidance.example))), ...wrote(guidance.said, w)],
        guidance.choices.map(({ about, sentence }) => say(oneLine(about, 40), sentence)),
        w,
      )
    case 'notUnderstood':
      return notUnderstood(guidance, say, w)
    case 'nothingToUndo':
      return told(
        w.refusals.nothingToUndo,
        [body(w.refusals.lookedAtHour)],
        [say(w.common.myItems, 'mine'), helpButton(w)],
        w,
      )
    case 'thanked':
      return told(w.refusals.gladToHelp, [], [say(w.common.myItems, 'mine'), helpButton(w)], w)
    case 'personGone':
      return told(w.refusals.personGone, [body(w.refusals.chooseOther)], [], w)
    case 'badIssueNumber':
      return told(
        w.refusals.noIssue(oneLine(guidance.typed, 40)),
        [body(w.refusals.issuesAreNumbered)],
        [say(w.refusals.openIssues, 'issues')],
        w,
      )
    case 'oldCard':
      return told(
        w.refusals.oldCard,
        [body(w.refusals.askForNew)],
        [say(w.common.myItems, 'mine'), helpButton(w)],
        w,
      )
  }
}

function notUnderstood(
  { said, about }: Extract<Guidance, { kind: 'notUnderstood' }>,
  say: Say,
  w: Words,
): Card {
  if (about === null) {
    const ways = [say(w.common.myItems, 'mine'), say(w.common.status, 'status'), helpButton(w)]
    return told(w.refusals.notUnderstood, wrote(said, w), ways, w)
  }
  const hint = isItemId(about) ? w.refusals.ofAnItem(about) : w.refusals.ofAnIssue(about)
  return told(
    w.refusals.notUnderstood,
    [...wrote(said, w), body(hint)],
    [say(w.refusals.show(about), about), helpButton(w)],
    w,
  )
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

function whichPerson(
  { said, name, people }: Extract<Guidance, { kind: 'whichPerson' }>,
  say: Say,
  w: Words,
): Card {
  if (bytesOf(said) > MOST_SAID_BYTES) {
    const names = people.map((person) => plain(person.name, 60))
    return told(
      w.refusals.which(oneLine(name, 60)),
      [body(w.refusals.wholeName(names, MOST_PEOPLE)), ...wrote(said, w)],
      [],
      w,
    )
  }
  const more =
    people.length > MOST_PEOPLE ? [small(w.refusals.moreWholeName(people.length - MOST_PEOPLE))] : []
  return told(
    w.refusals.which(oneLine(name, 60)),
    [...wrote(said, w), ...more],
    people
      .slice(0, MOST_PEOPLE)
      .map((person) => say(oneLine(person.name, 60), said, [{ name, id: person.id }])),
    w,
  )
}

function nobodyNamed(
  { said, name, close }: Extract<Guidance, { kind: 'nobodyNamed' }>,
  say: Say,
  w: Words,
): Card {
  const hint = close.length > 0 ? w.refusals.meant : w.refusals.onThisTeam
  return told(
    w.refusals.nobodyCalled(oneLine(name, 60)),
    [...wrote(said, w), body(hint)],
    (bytesOf(said) > MOST_SAID_BYTES ? [] : close.slice(0, 3)).map((person) =>
      say(oneLine(person.name, 60), said, [{ name, id: person.id }]),
    ),
    w,
  )
}

function told(
  words: string | null,
  elements: readonly Element[],
  actions: readonly CardButton[],
  w: Words,
): Card {
  const head = words === null ? [] : [title(plain(words))]
  return card(words ?? w.refusals.meantElse, [...head, ...elements, ...buttons(actions)])
}

function wrote(said: string, w: Words): Element[] {
  return said.trim() === '' ? [] : [quoted(w.common.youWrote, excerpt(said, 3000, 40).lines)]
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

export function failureCard(
  { reference, unsaved, wrote: words, again, saved = false }: Failure,
  reader: Speaker,
): Card {
  const w = wordsOf(reader)
  const headline = saved ? w.refusals.savedNotShown : headlineOf(unsaved, w)
  return card(headline, [
    title(plain(headline)),
    body(saved ? w.refusals.brokeAfter : w.refusals.broke, 'none'),
    ...(words === null ? [] : wrote(words, w)),
    {
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [
        {
          type: 'TextRun',
          text: `${w.refusals.stillThere} `,
          size: 'small',
          isSubtle: true,
        },
        { type: 'TextRun', text: oneLine(reference, 60), size: 'small', weight: 'bolder', isSubtle: true },
      ],
    },
    ...buttons([again && repeat(w.refusals.tryAgain, again)]),
  ])
}

function headlineOf(unsaved: string | null, w: Words): string {
  return unsaved === null ? w.refusals.didNotWork : w.refusals.notSaved(oneLine(unsaved, 120))
}
