import { useEffect, useRef } from 'react'
import type { ImportPreviewJson } from '../../bot/contract/exchange'
import { useTab } from '../data/tab'
import { importButton, WORDS } from '#words/exchange'
import { previewFacts, previewHead, takenFor } from './exchangeWords'
import { FactList, ProblemTable } from './parts'
import { SheetMapping } from './SheetMapping'
import type { useImport } from './useImport'

type Props = {
  readonly preview: ImportPreviewJson
  readonly importing: Pick<ReturnType<typeof useImport>, 'busy' | 'change' | 'run'>
}

/** What would come of a file, how it is read, what is wrong in it, and the button that takes it. */
export function PreviewPart({ preview, importing }: Props) {
  const { project } = useTab().ready
  const head = useRef<HTMLHeadingElement>(null)
  const { id, fresh, known, problems, allProblems, sample } = preview
  const ready = fresh + known
  useEffect(() => head.current?.focus(), [id])
  return (
    <section aria-busy={importing.busy}>
      <p className="quiet">{preview.file}</p>
      <h3 ref={head} tabIndex={-1} aria-live="polite">
        {previewHead(preview)}
      </h3>
      <FactList facts={previewFacts(preview)} />
      {ready > 0 && (
        <button
          type="button"
          className="button primary big"
          disabled={importing.busy}
          onClick={() => importing.run(id)}
        >
          {importButton(ready)}
        </button>
      )}
      <ProblemTable problems={problems} all={allProblems} title={WORDS.problems} />
      <h4>{WORDS.readAs}</h4>
      {preview.sheets.map((sheet) => (
        <SheetMapping
          key={sheet.sheet}
          sheet={sheet}
          busy={importing.busy}
          change={(change) => importing.change(id, [{ sheet: sheet.sheet, ...change }])}
        />
      ))}
      {sample.length > 0 && (
        <>
          <h4>{WORDS.sample}</h4>
          <ul className="sample">
            {sample.map((one) => (
              <li key={`${one.sheet} ${one.row}`}>
                <span dir="auto">{one.title}</span>{' '}
                <small className="quiet">{takenFor(one, project.today)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
