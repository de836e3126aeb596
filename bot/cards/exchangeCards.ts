import type { ImportJob } from '../domain/exchange/importJob'
import type { SheetPlan } from '../domain/exchange/sheetPlan'
import type { ImportOutcome } from '../flows/exchange/importOutcome'
import type { Outcome } from '../flows/outcome'
import { execute } from './actions'
import { card, type Card } from './card'
import type { Element } from './elements'
import { IMPORT_REFUSAL, problemWords } from './exchangeWords'
import { body, buttons, eyebrow, facts, heading, openUrl, section, small, title } from './parts'
import type { Reader } from './reader'
import { counted, listed, oneLine, plain } from './text'

type Of<K extends ImportOutcome['kind']> = Extract<ImportOutcome, { kind: K }>

/** How one gets the records as a file. */
export function exportCard({ project }: Extract<Outcome, { kind: 'exportOffer' }>, reader: Reader): Card {
  const words = 'The records as a workbook'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body(
      'Issues, action items, the delay ledger, recaps and the source of truth: a sheet each, or each as CSV.',
    ),
    body('Type export in our own chat and I send it there, or take it from the tab.'),
    ...buttons([openUrl('Open the tab', reader.links.tab(project.id, { page: 'exchange', does: 'export' }))]),
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
  const words = 'Bring a list of issues or action items'
  return card(`${oneLine(project.name, 80)}: ${words}`, [
    eyebrow(plain(project.name, 80)),
    title(words),
    body('Send me the file in our own chat, or drop it on the tab. Excel and CSV, up to 20 MB.'),
    body('I show what I make of it first. Nothing is changed until you say so.'),
    ...buttons([openUrl('Open the tab', reader.links.tab(project.id, { page: 'exchange', does: 'import' }))]),
  ])
}

const PROBLEMS_SHOWN = 5

function previewCard({ project, job, preview }: Of<'importPreview'>, reader: Reader): Card {
  const ready = preview.fresh + preview.known
  const words = ready === 0 ? 'No row can come in yet' : `${rows(ready)} can come in`
  const others = preview.others.reduce((sum, { rows }) => sum + rows, 0)
  return card(`${oneLine(job.file.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${plain(job.file.name, 80)}`),
    title(words),
    ...facts([
      ['New', [number(preview.fresh)]],
      ['Known already', [number(preview.known)]],
      ...(preview.wrong > 0 ? [['Left out', [number(preview.wrong)]] as const] : []),
      ...(others > 0
        ? [
            [
              'Not kept here',
              [
                `${number(others)}: ${plain(
                  listed(
                    preview.others.map(({ category }) => category),
                    3,
                  ),
                  80,
                )}`,
              ],
            ] as const,
          ]
        : []),
    ]),
    ...job.sheets.map(({ plan, facts: { cut } }) => small(plain(sheetWords(plan, cut), 300), 'small')),
    ...problemsPart(preview),
    ...buttons([
      ready > 0 ? execute(`Import ${rows(ready)}`, 'import.run', { project: project.id, id: job.id }) : null,
      openUrl('Change how it is read', fileOnTab(project.id, job, reader)),
    ]),
  ])
}

function problemsPart({ problems, allProblems }: Of<'importPreview'>['preview']): Element[] {
  if (problems.length === 0) return []
  const more = allProblems - Math.min(PROBLEMS_SHOWN, problems.length)
  return [
    section([
      heading('To look at', 'none'),
      ...problems.slice(0, PROBLEMS_SHOWN).map((problem) => {
        const where = [
          `Row ${problem.row}`,
          ...(problem.column === null ? [] : [plain(problem.column, 40)]),
        ].join(', ')
        return body(`${where}: ${plain(problemWords(problem), 200)}`)
      }),
      ...(more > 0 ? [small(`and ${number(more)} more, on the tab`, 'small')] : []),
    ]),
  ]
}

/** How a sheet is read, e.g. "RAID Log: issues, headings in row 4: Description is the title, Owner the owner". */
function sheetWords({ name, takes, kind, header, columns }: SheetPlan, cut: boolean): string {
  if (!takes) return `${name}: left out`
  const read = columns.flatMap(({ heading, field }) => (field === null || field === 'key' ? [] : [heading]))
  const what = kind === 'issues' ? 'issues' : 'action items'
  const end = cut ? '. The first 20,000 rows of it' : ''
  return `${name}: ${what}, headings in row ${header}: ${listed(read, 8)}${end}`
}

function progressCard({ project, job, underWay, rows: all }: Of<'importProgress'>, reader: Reader): Card {
  const { created, updated, unchanged, skipped } = job.counts
  const done = created + updated + unchanged + skipped
  const isDone = job.state.status === 'done'
  const words = isDone
    ? created + updated === 0
      ? 'Nothing new in this file'
      : `${rows(created + updated)} ${created + updated === 1 ? 'is' : 'are'} in`
    : underWay
      ? `${number(done)} of ${rows(all)} so far`
      : `It came to a halt after ${rows(done)}`
  return card(`${oneLine(job.file.name, 80)}: ${words}`, [
    eyebrow(`${plain(project.name, 80)} · ${plain(job.file.name, 80)}`),
    title(words),
    ...facts([
      ['New', [number(created)]],
      ['Brought up to date', [number(updated)]],
      ['As it was', [number(unchanged)]],
      ['Left out', [number(skipped)]],
    ]),
    ...(isDone
      ? []
      : [
          small(
            underWay ? 'It goes on by itself.' : 'What is in stays in. Going on takes the rest.',
            'small',
          ),
        ]),
    ...job.conflicts
      .slice(0, PROBLEMS_SHOWN)
      .map((one) => body(`Row ${one.row}: ${plain(problemWords(one), 200)}`)),
    ...buttons([
      isDone || underWay ? null : execute('Go on', 'import.run', { project: project.id, id: job.id }),
      underWay ? execute('How far is it', 'import.show', { project: project.id, id: job.id }) : null,
      openUrl(
        isDone && skipped > 0 ? 'See what was left out' : 'Open the tab',
        fileOnTab(project.id, job, reader),
      ),
    ]),
  ])
}

function fileOnTab(project: ImportJob['project'], { id }: ImportJob, { links }: Reader): string | null {
  return links.tab(project, { page: 'exchange', does: 'import', file: id })
}

function refusedCard({ project, file, why }: Of<'importRefused'>, reader: Reader): Card {
  const words = why === 'alreadyRun' ? 'It is under way' : 'I did not take this file'
  return card(words, [
    eyebrow([plain(project.name, 80), ...(file === '' ? [] : [plain(file, 80)])].join(' · ')),
    title(words),
    body(IMPORT_REFUSAL[why]),
    body('Nothing was changed.', 'none'),
    ...buttons([openUrl('Open the tab', reader.links.tab(project.id, { page: 'exchange', does: 'import' }))]),
  ])
}

function rows(count: number): string {
  return counted(count, 'row').replace(/^\d+/, number(count))
}

function number(count: number): string {
  return count.toLocaleString('en')
}
