import { useEffect, useRef } from 'react'
import type { ImportProblem, ImportProgressJson } from '../../bot/contract/exchange'
import { useTab } from '../data/tab'
import { WORDS } from '#words/exchange'
import { progressFacts, progressHead } from './exchangeWords'
import { FactList, ProblemTable } from './parts'
import { saveProblems } from './saving'
import type { useImport } from './useImport'

type Props = {
  readonly progress: ImportProgressJson
  readonly before: readonly ImportProblem[]
  readonly importing: Pick<ReturnType<typeof useImport>, 'busy' | 'run'>
}

/** How far a file is, and in the end what came of it. */
export function ProgressPart({ progress, before, importing }: Props) {
  const { live } = useTab()
  const head = useRef<HTMLHeadingElement>(null)
  const { id, file, status, rows, created, updated, unchanged, skipped, problems } = progress
  const leftOut = [...before, ...problems]
  useEffect(() => head.current?.focus(), [status])
  useEffect(() => {
    if (status === 'done') void live.refresh()
  }, [status, live])
  return (
    <section>
      <p className="quiet">{file}</p>
      <h3 ref={head} tabIndex={-1} aria-live="polite">
        {progressHead(progress)}
      </h3>
      {status !== 'done' && (
        <progress max={Math.max(1, rows)} value={created + updated + unchanged + skipped} aria-label={file} />
      )}
      <FactList facts={progressFacts(progress)} />
      {status === 'halted' && (
        <>
          <p className="quiet">{WORDS.restFollows}</p>
          <button
            type="button"
            className="button primary big"
            disabled={importing.busy}
            onClick={() => importing.run(id)}
          >
            {WORDS.goOn}
          </button>
        </>
      )}
      {status === 'done' && leftOut.length > 0 && (
        <>
          <ProblemTable problems={leftOut} all={leftOut.length} title={WORDS.leftOut} />
          <button type="button" className="button" onClick={() => saveProblems(leftOut)}>
            {WORDS.save}
          </button>
        </>
      )}
    </section>
  )
}
