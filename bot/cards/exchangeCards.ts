import { goesOnByItself, type ImportJob } from '../domain/exchange/importJob'
import type { SheetPlan } from '../domain/exchange/sheetPlan'
import type { ImportOutcome } from '../flows/exchange/importOutcome'
import type { Outcome } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { problemWords } from './exchangeWords'
import { body, buttons, eyebrow, facts, heading, openUrl, section, small, title } from './parts'
import type { Reader, Speaker } from './reader'
import { oneLine, plain } from './text'
import { wordsOf, type Words } from './words/wordsOf'

type Of<K extends ImportOutcome['kind']> = Extract<ImportOutcome, { kind: K }>

/** How one gets the records as a file. */
export function exportCard(
  { project, toChat }: Extract<Outcome, { kind: 'exportOffer' }>,
  reader: Reader,
): Card {
  const w = wordsOf(reader)
  const words = w.exchange.asWorkbook
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(w.exchange.sheets),
    body(toChat ? w.exchange.typeExport : w.exchange.fromTab),
    ...buttons([
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'exchange', does: 'export' })),
    ]),
  ])
}

/** Why a file that was asked for does not come, and the other way to it. */
export function noFileCard(because: 'tooManyRecords' | 'notArrived', reader: Speaker): Card {
  const w = wordsOf(reader)
  const words = w.exchange[because]
  return card(words, [
    title(words),
    body(because === 'tooManyRecords' ? w.exchange.takeAsCsv : w.exchange.typeAgain),
  ])
}

export function importCard(outcome: ImportOutcome, reader: Reader): Card {
  switch (outcome.kind) {
    case 'importOffer':
      return offerCard(outcome, reader)
    case 'importPreview':
      return previewCard(outcome, reader)
    case 'importProgress':
      return progressCard(outcome, reader)
    case 'importRefused':
      return refusedCard(outcome, reader)
  }
}

function offerCard({ project }: Of<'importOffer'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = w.exchange.bring
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(w.exchange.sendFile),
    body(w.exchange.showFirst),
    ...buttons([
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'exchange', does: 'import' })),
    ]),
  ])
}

const PROBLEMS_SHOWN = 5

function previewCard({ project, job, preview }: Of<'importPreview'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const ready = preview.fresh + preview.known
  const words = ready === 0 ? w.exchange.noRow : w.exchange.canComeIn(ready)
  const others = preview.others.reduce((sum, { rows }) => sum + rows, 0)
  return card(`${oneLine(job.file.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${plain(job.file.name, 80)}`),
    title(words),
    ...facts([
      [w.exchange.new, [w.exchange.figure(preview.fresh)]],
      [w.exchange.knownAlready, [w.exchange.figure(preview.known)]],
      ...(preview.wrong > 0 ? [[w.exchange.leftOut, [w.exchange.figure(preview.wrong)]] as const] : []),
      ...(others > 0
        ? [
            [
              w.exchange.notKept,
              [
                w.exchange.others(
                  others,
                  preview.others.map(({ category }) => plain(category, 80)),
                ),
              ],
            ] as const,
          ]
        : []),
    ]),
    ...job.sheets.map(({ plan, facts: { cut } }) => small(plain(sheetWords(plan, cut, w), 300), 'small')),
    ...problemsPart(preview, w),
    ...buttons([
      ready > 0
        ? execute(w.exchange.importRows(ready), 'import.run', { project: project.id, id: job.id })
        : null,
      openUrl(w.exchange.changeReading, fileOnTab(project.id, job, reader)),
    ]),
  ])
}

function problemsPart({ problems, allProblems }: Of<'importPreview'>['preview'], w: Words): Element[] {
  if (problems.length === 0) return []
  const more = allProblems - Math.min(PROBLEMS_SHOWN, problems.length)
  return [
    section([
      heading(w.exchange.toLookAt, 'none'),
      ...problems.slice(0, PROBLEMS_SHOWN).map((problem) => {
        const where = [
          w.exchange.row(problem.row),
          ...(problem.column === null ? [] : [plain(problem.column, 40)]),
        ].join(', ')
        return body(`${where}: ${plain(problemWords(problem, w), 200)}`)
      }),
      ...(more > 0 ? [small(w.exchange.moreOnTab(more), 'small')] : []),
    ]),
  ]
}

/** How a sheet is read, e.g. "RAID Log: issues, headings in row 4: Description is the title, Owner the owner". */
function sheetWords({ name, takes, kind, header, columns }: SheetPlan, cut: boolean, w: Words): string {
  if (!takes) return w.exchange.sheetLeftOut(name)
  const read = columns.flatMap(({ heading, field }) => (field === null || field === 'key' ? [] : [heading]))
  return w.exchange.sheetRead(name, kind === 'issues', header, read, cut)
}

function progressCard({ project, job, underWay, rows: all }: Of<'importProgress'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const { created, updated, unchanged, skipped } = job.counts
  const done = created + updated + unchanged + skipped
  const isDone = job.state.status === 'done'
  const words = isDone
    ? created + updated === 0
      ? w.exchange.nothingNew
      : w.exchange.areIn(created + updated)
    : underWay
      ? w.exchange.soFar(done, all)
      : w.exchange.halted(done)
  return card(`${oneLine(job.file.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${plain(job.file.name, 80)}`),
    title(words),
    ...facts([
      [w.exchange.new, [w.exchange.figure(created)]],
      [w.exchange.upToDate, [w.exchange.figure(updated)]],
      [w.exchange.asItWas, [w.exchange.figure(unchanged)]],
      [w.exchange.leftOut, [w.exchange.figure(skipped)]],
    ]),
    ...(isDone ? [] : [small(whatFollows(job, underWay, w), 'small')]),
    ...job.conflicts
      .slice(0, PROBLEMS_SHOWN)
      .map((one) => body(`${w.exchange.row(one.row)}: ${plain(problemWords(one, w), 200)}`)),
    ...buttons([
      isDone || underWay ? null : execute(w.exchange.goOn, 'import.run', { project: project.id, id: job.id }),
      underWay ? execute(w.exchange.howFar, 'import.show', { project: project.id, id: job.id }) : null,
      openUrl(
        isDone && skipped > 0 ? w.exchange.seeLeftOut : w.common.openTab,
        fileOnTab(project.id, job, reader),
      ),
    ]),
  ])
}

function whatFollows(job: ImportJob, underWay: boolean, w: Words): string {
  if (underWay) return w.exchange.goesOn
  return goesOnByItself(job) ? w.exchange.restFollows : w.exchange.staysIn
}

function fileOnTab(project: ImportJob['project'], { id }: ImportJob, { links }: Reader): string | null {
  return links.tab(project, { page: 'exchange', does: 'import', file: id })
}

function refusedCard({ project, file, why }: Of<'importRefused'>, reader: Reader): Card {
  const w = wordsOf(reader)
  const words = why === 'alreadyRun' ? w.exchange.underWay : w.exchange.notTaken
  return card(words, [
    eyebrow([plain(project.name, 80), ...(file === '' ? [] : [plain(file, 80)])].join(' · ')),
    title(words),
    body(w.exchange.refusal[why]),
    body(w.common.nothingChanged, 'none'),
    ...buttons([
      openUrl(w.common.openTab, reader.links.tab(project.id, { page: 'exchange', does: 'import' })),
    ]),
  ])
}
