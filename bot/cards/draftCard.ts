import type { Recap } from '../domain/recap'
import { dateIn, type Instant } from '../domain/time'
import type { Outcome } from '../flows/outcome'
import { execute } from './actions'
import type { Card } from './card'
import { momentWords, weekWords } from './dates'
import { body, buttons, complaint, eyebrow, heading, section, title } from './parts'
import { openQuestionsSection } from './questionCards'
import { fitting, showAll } from './recapCard'
import { coloursButton, colourFields, MOST_ECHOED, problemWords, wordFields } from './recapForm'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf } from './words'

type Draft = Extract<Outcome, { kind: 'draft' }>

/**
 * The lead's draft: the recap as it would be posted, and below it what may be changed. `postsAt`: when it goes to the
 * channel by itself, where that is news.
 */
export function draftCard(outcome: Draft, reader: Reader, postsAt: Instant | null = null): Card {
  const { project, recap, problems } = outcome
  const week = weekWords(recap.week)
  const { questions = [] } = outcome
  return fitting(`Draft of the recap, ${week}: ${oneLine(recap.headline)}`, reader, recap, (elements) => [
    eyebrow(`${plain(project.name, 80)} · draft, only you see it`),
    title(`The recap of ${week}, before it is posted`),
    ...(postsAt === null ? [] : [body(postsWords(outcome, postsAt, reader))]),
    ...elements,
    ...openQuestionsSection(questions, project, reader),
    section([
      heading('Your words and colours'),
      ...problems.map((problem) => complaint(problemWords(problem, recap))),
      ...wordFields(outcome),
      ...colourFields(outcome),
      ...buttons([
        execute('Save draft', 'draft.save', { project: project.id, week: recap.week, ruled: ruled(recap) }),
        execute('Post it now', 'recap.post', { project: project.id, week: recap.week, ruled: ruled(recap) }),
        showAll(elements),
      ]),
      ...buttons([coloursButton(outcome), execute('Who got it', 'deliveries', { project: project.id })]),
    ]),
  ])
}

function postsWords({ recap, project }: Draft, postsAt: Instant, reader: Reader): string {
  const today = dateIn(reader.now, project.zone)
  const when = momentWords(postsAt, reader.zone, calendarOf(today, reader))
  return recap.editedBy
    ? `It goes to the channel ${when}, with your changes.`
    : `It goes to the channel ${when}. If you change nothing it goes as it is, and says so.`
}

/** What stands in the form by rule alone; a colour that the lead set, and its reason, are theirs to send again. */
function ruled({ headline, overall, workstreams }: Recap) {
  const byRule = workstreams.filter(({ verdict }) => verdict.override === null)
  return {
    headline: headline.slice(0, MOST_ECHOED),
    ...(overall.override === null ? { overall: overall.rule } : {}),
    workstreams: Object.fromEntries(byRule.map(({ id, verdict }) => [id, verdict.rule])),
  }
}
