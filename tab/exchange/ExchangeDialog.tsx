import { useEffect, useRef, useState } from 'react'
import { paths } from '../../bot/contract/paths'
import type { ExportSheet } from '../../bot/domain/exchange/exportColumns'
import { useTab } from '../data/tab'
import { CLOSE } from '#words/common'
import { onlyTheLead, SHEETS, WORDS } from '#words/exchange'
import { PreviewPart } from './PreviewPart'
import { ProgressPart } from './ProgressPart'
import { saveFrom } from './saving'
import { useImport } from './useImport'
import './exchange.css'

type Props = { readonly file: string | null; readonly close: () => void }

/** Records out as files, and files in: what would come of one is shown, put right, and taken when somebody says so. */
export default function ExchangeDialog({ file, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const importing = useImport(file)
  const { stage, error } = importing
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="exchange" onClose={close} aria-labelledby="exchange">
      <div className="exchange-body">
        <h2 id="exchange" tabIndex={-1}>
          {WORDS.title}
        </h2>
        {error && (
          <p className="error" role="alert">
            {error}
          </p>
        )}
        {stage.at === 'start' && (
          <>
            <BringIn onFile={importing.upload} />
            <TakeOut />
          </>
        )}
        {stage.at === 'reading' && (
          <div className="reading">
            <p role="status">{WORDS.reading}</p>
            <progress aria-label={WORDS.reading} />
          </div>
        )}
        {stage.at === 'preview' && <PreviewPart preview={stage.preview} importing={importing} />}
        {stage.at === 'progress' && (
          <ProgressPart progress={stage.progress} before={stage.before} importing={importing} />
        )}
        <div className="dialog-buttons">
          {(stage.at === 'preview' || (stage.at === 'progress' && stage.progress.status !== 'running')) && (
            <button type="button" className="button big" onClick={importing.again}>
              {WORDS.another}
            </button>
          )}
          <button type="button" className="button big" onClick={() => dialog.current?.close()}>
            {CLOSE}
          </button>
        </div>
      </div>
    </dialog>
  )
}

function BringIn({ onFile }: { readonly onFile: (file: File) => void }) {
  const { ready } = useTab()
  const [over, setOver] = useState(false)
  const isLead = ready.start.me.id === ready.project.lead.id
  return (
    <section aria-labelledby="exchange-in">
      <h3 id="exchange-in">{WORDS.into}</h3>
      <label
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) onFile(file)
        }}
      >
        <span>{WORDS.intoHow}</span>
        {!isLead && <span className="quiet">{onlyTheLead(ready.project.lead.name)}</span>}
        <span className="button big choose">
          {WORDS.choose}
          <input
            type="file"
            aria-label={WORDS.choose}
            accept=".xlsx,.csv,.tsv,.txt"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) onFile(file)
            }}
          />
        </span>
      </label>
    </section>
  )
}

function TakeOut() {
  const { api, ready } = useTab()
  const [failed, setFailed] = useState(false)
  const { id, name } = ready.project
  const save = (path: string, as: string) => {
    setFailed(false)
    void saveFrom(api, path, as).then((done) => setFailed(!done))
  }
  return (
    <section aria-labelledby="exchange-out">
      <h3 id="exchange-out">{WORDS.out}</h3>
      <p className="quiet">{WORDS.outHow}</p>
      <div className="files">
        <button type="button" className="button big" onClick={() => save(paths.workbook(id), `${name}.xlsx`)}>
          {WORDS.workbook}
        </button>
        {(Object.keys(SHEETS) as ExportSheet[]).map((sheet) => (
          <button
            key={sheet}
            type="button"
            className="link"
            onClick={() => save(paths.csv(id, sheet), `${name}, ${SHEETS[sheet]}.csv`)}
          >
            {SHEETS[sheet]}
          </button>
        ))}
      </div>
      {failed && (
        <p className="error" role="alert">
          {WORDS.cantLoad}
        </p>
      )}
    </section>
  )
}
