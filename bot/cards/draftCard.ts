import { headlineIn } from '../domain/headline'
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
import { wordsOf } from './words/wordsOf'

type Draft = Extract<Outcome, { kind: 'draft' }>

/**
 * The lead's draft: the recap as it would be posted, and below it what may be changed. `postsAt`: when it goes to the
 * channel by itself, where that is news.
 */
export function draftCard(outcome: Draft, reader: Reader, postsAt: Instant | null = null): Card {
  const w = wordsOf(reader)
  const { project, recap, problems } = outcome
  const week = weekWords(recap.week, w)
  const { questions = [] } = outcome
  const summary = w.recap.draftSummary(week, oneLine(headlineIn(recap, w.language)))
  return fitting(summary, reader, recap, (elements) => [
    eyebrow(w.recap.draftOnlyYou(plain(project.name, 80))),
    title(w.recap.beforePosted(week)),
    ...(postsAt === null ? [] : [body(postsWords(outcome, postsAt, reader))]),
    ...elements,
    ...openQuestionsSection(questions, project, reader),
    section([
      heading(w.recap.yourWords),
      ...problems.map((problem) => complaint(problemWords(problem, recap, w))),
      ...wordFields(outcome, w),
      ...colourFields(outcome, w),
      ...buttons([
        execute(w.recap.saveDraft, 'draft.save', {
          project: project.id,
          week: recap.week,
          ruled: ruled(recap),
        }),
        execute(w.recap.postNow, 'recap.post', {
          project: project.id,
          week: recap.week,
          ruled: ruled(recap),
        }),
        showAll(elements, w),
      ]),
      ...buttons([
        coloursButton(outcome, w),
        execute(w.recap.whoGotIt, 'deliveries', { project: project.id }),
      ]),
    ]),
  ])
}

function postsWords({ recap, project }: Draft, postsAt: Instant, reader: Reader): string {
  const w = wordsOf(reader)
  const today = dateIn(reader.now, project.zone)
  const when = momentWords(postsAt, reader.zone, calendarOf(today, reader))
  return recap.editedBy ? w.recap.goesWithChanges(when) : w.recap.goesAsIs(when)
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
