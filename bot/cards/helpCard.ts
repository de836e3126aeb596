import type { Person } from '../domain/person'
import type { ProjectHead } from '../flows/projectHead'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { body, buttons, eyebrow, heading, openUrl, section, small, title } from './parts'
import { helpButton } from './projectCards'
import type { Reader, Speaker } from './reader'
import { plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'

type Sentence = readonly [say: string, get: string]

function situations(w: Words): readonly (readonly [situation: string, sentences: readonly Sentence[]])[] {
  return [
    [
      w.help.stand.title,
      [
        [w.help.say.mine, w.help.stand.mine],
        [w.help.say.status, w.help.stand.status],
      ],
    ],
    [w.help.owes.title, [[w.help.say.action, w.help.owes.action]]],
    [w.help.wrong.title, [[w.help.say.issue, w.help.wrong.issue]]],
    [
      w.help.week.title,
      [
        [w.help.say.askNow, w.help.week.askNow],
        [w.help.say.recap, w.help.week.recap],
        [w.help.say.alerts, w.help.week.alerts],
        [w.help.say.away, w.help.week.away],
        [w.help.say.reminders, w.help.week.reminders],
      ],
    ],
    [
      w.help.project.title,
      [
        [w.help.say.source, w.help.project.source],
        [w.help.say.where, w.help.project.where],
        [w.help.say.add, w.help.project.add],
        [w.help.say.anchor, w.help.project.anchor],
        [w.help.say.pin, w.help.project.pin],
      ],
    ],
  ]
}

/** What one can say, grouped by what happened to one, with buttons for the likeliest. */
export function helpCard(project: ProjectHead | null, reader: Reader): Card {
  const w = wordsOf(reader)
  return card(w.help.title, [
    ...(project ? [eyebrow(plain(project.name, 80))] : []),
    title(w.help.title),
    ...situations(w).map(([situation, sentences]) =>
      section([heading(situation), ...sentences.flatMap(sentence)]),
    ),
    ...buttons(project ? usual(project, reader) : [execute(w.common.setUp, 'setup.open', {})]),
  ])
}

function sentence([say, get]: Sentence): Element[] {
  return [body(plain(say)), small(get)]
}

function usual(project: ProjectHead, { links, locale }: Reader) {
  const w = wordsOf({ locale })
  return [
    execute(w.common.myItems, 'say', { project: project.id, text: 'mine' }),
    execute(w.common.status, 'status', { project: project.id }),
    openUrl(w.common.openTab, links.tab(project.id, { page: 'issues' })),
  ]
}

/** Greets once where it was installed: in a channel with who did it, in a 1:1 chat without. */
export function welcomeCard(place: 'channel' | 'chat', installedBy: Person | null, reader: Speaker): Card {
  const w = wordsOf(reader)
  const by = installedBy ? w.help.addedMe(plain(installedBy.name, 80)) : ''
  return place === 'channel'
    ? card(w.help.alwaysKnow, [
        title(w.help.alwaysKnow),
        body(`${by}${w.help.onceAWeek}`),
        small(w.help.onlyMentions, 'small'),
        ...buttons([execute(w.common.setUp, 'setup.open', {}), helpButton(w)]),
      ])
    : card(w.help.ownItems, [
        title(w.help.ownItems),
        body(w.help.oneTap),
        small(w.help.nothingElse, 'small'),
        ...buttons([execute(w.common.myItems, 'say', { text: 'mine' }), helpButton(w)]),
      ])
}
