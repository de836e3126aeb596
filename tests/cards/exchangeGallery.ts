import type { Card } from '../../bot/cards/card'
import { outcomeCard } from '../../bot/cards/outcomeCard'
import type { Outcome } from '../../bot/flows/outcome'
import { NOW } from '../support/builders'
import { anImportJob, aPreview, aProblem, aRun, aSheetPlan } from '../support/importJobs'
import { HEAD, READER } from './views'

type Shown = readonly [name: string, card: Card]
const shown = (name: string, outcome: Outcome): Shown => [name, outcomeCard(outcome, READER)]

/** Files that go out and come in. */
export function exchangeGallery(): readonly Shown[] {
  const long = anImportJob({ counts: { created: 1_100, updated: 80, unchanged: 12, skipped: 8 } })
  const progress = (job: typeof long, underWay: boolean, rows = 20_000): Outcome => ({
    kind: 'importProgress',
    project: HEAD,
    job,
    underWay,
    rows,
  })
  const refused = (why: Extract<Outcome, { kind: 'importRefused' }>['why']): Outcome => ({
    kind: 'importRefused',
    project: HEAD,
    file: 'log.xlsm',
    why,
  })
  return [
    shown('export', { kind: 'exportOffer', project: HEAD, toChat: true }),
    shown('export-from-tab', { kind: 'exportOffer', project: HEAD, toChat: false }),
    shown('import', { kind: 'importOffer', project: HEAD }),
    shown('import-preview', {
      kind: 'importPreview',
      project: HEAD,
      job: anImportJob(),
      preview: aPreview({
        others: [
          { category: 'Risk', rows: 12 },
          { category: 'Assumption', rows: 3 },
        ],
        problems: [
          aProblem(),
          aProblem({ row: 9, kind: 'ambiguousDate', column: 'Date raised', value: '3/4/2022' }),
          aProblem({
            row: 12,
            kind: 'ownerUnknown',
            column: 'Owner',
            name: 'Priya Nair',
            value: 'Priya Nair',
          }),
          aProblem({ row: 14, kind: 'sameAsRow', column: null, first: 7, value: 'Totals' }),
          aProblem({ row: 15, kind: 'keptInDetails', column: 'Owner', value: 'Priya Nair', skipped: false }),
          aProblem({ row: 16, kind: 'noTitle', column: 'Description', value: '' }),
        ],
        allProblems: 231,
      }),
    }),
    shown('import-preview-nothing', {
      kind: 'importPreview',
      project: HEAD,
      job: anImportJob({
        sheets: [{ plan: aSheetPlan({ takes: false }), facts: anImportJob().sheets[0]!.facts }],
      }),
      preview: aPreview({ fresh: 0, known: 0, wrong: 0, problems: [], allProblems: 0 }),
    }),
    shown('import-under-way', progress({ ...long, state: { status: 'running', beat: NOW } }, true)),
    shown('import-halted', progress({ ...long, state: { status: 'running', beat: NOW } }, false)),
    shown(
      'import-goes-on',
      progress({ ...long, state: { status: 'running', beat: NOW }, run: aRun() }, false),
    ),
    shown(
      'import-done',
      progress(
        anImportJob({
          state: { status: 'done', at: NOW },
          counts: { created: 35, updated: 2, unchanged: 0, skipped: 3 },
          conflicts: [aProblem({ kind: 'changedSince', record: 'I-7', column: null })],
        }),
        false,
        40,
      ),
    ),
    shown(
      'import-nothing-new',
      progress(
        anImportJob({
          state: { status: 'done', at: NOW },
          counts: { created: 0, updated: 0, unchanged: 37, skipped: 0 },
        }),
        false,
        37,
      ),
    ),
    ...(
      [
        'notASheet',
        'macros',
        'externalLinks',
        'locked',
        'oldExcel',
        'tooMuch',
        'tooBig',
        'damaged',
        'noRecords',
        'gone',
        'alreadyRun',
        'unreachable',
        'unknownChoice',
      ] as const
    ).map((why) => shown(`import-refused-${why}`, refused(why))),
  ]
}
