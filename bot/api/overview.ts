import { wordsOf, type Words } from '../cards/words/wordsOf'
import type { OverviewJson, VerdictJson } from '../contract/overview'
import { headlineIn } from '../domain/headline'
import type { Overview, PastColour } from '../domain/overview'
import { colourOf, type Rag, type RagVerdict } from '../domain/rag'
import { viewOverview } from '../flows/viewOverview'
import { ok, type Reply } from './answers'
import type { ApiDeps } from './deps'
import { person } from './issueJson'
import type { Visitor } from './visitor'

/** Where the project stands now and how it came there. */
export async function showOverview(
  { records, clock }: Pick<ApiDeps, 'records' | 'clock'>,
  { project, actor }: Pick<Visitor, 'project' | 'actor'>,
): Promise<Reply> {
  return ok(overviewJson(await viewOverview({ records }, project, clock.now()), wordsOf(actor)))
}

function overviewJson(overview: Overview, w: Words): OverviewJson {
  const { recap, workstreams, overallPast, goLive, days, weeks, ages, oldest, loads, middleLoad } = overview
  return {
    headline: headlineIn(recap, w.language),
    overall: verdictJson(recap.overall, recap.overallWas, overallPast),
    workstreams: workstreams.map(({ id, name, verdict, was, past, items, issues }) => ({
      id,
      name,
      verdict: verdictJson(verdict, was, past),
      items,
      issues,
    })),
    goLive,
    days: days.map(({ date, open }) => ({ date, open })),
    weeks,
    ages,
    oldest,
    loads: loads.map((load) => ({ ...load, owner: load.owner && person(load.owner) })),
    middleLoad,
  }
}

function verdictJson(verdict: RagVerdict, was: Rag | null, past: readonly PastColour[]): VerdictJson {
  const { rule, evidence, override } = verdict
  return {
    colour: colourOf(verdict),
    rule,
    evidence: [...evidence],
    override: override && { by: person(override.by), why: override.why },
    was,
    past: [...past],
  }
}
