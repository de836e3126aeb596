import { page as says } from '#words/source'
import { Add20Regular } from '@fluentui/react-icons/headless/svg/add'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { paths } from '../../bot/contract/paths'
import {
  sourcePage,
  type EntryDetail,
  type EntryLine,
  type OpenQuestionJson,
  type SourcePage as Page,
} from '../../bot/contract/source'
import { closeTo, go, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { useLoaded } from '../data/useLoaded'
import type { KeyAct } from '../look/keys'
import { Full } from '../look/states'
import { usePageKeys } from '../look/usePageKeys'
import { AnswerDialog } from './AnswerDialog'
import { Beside } from './Beside'
import { useEntryChanging, type EntryChanging } from './changing'
import { Contents } from './Contents'
import { partsOf, withEntry } from './entryList'
import { EntryPane } from './EntryPane'
import { EntryParts } from './EntryParts'
import { NewEntryDialog } from './NewEntryDialog'
import { NothingFound } from './NothingFound'
import { useSettling } from './Offers'
import { SourceHead } from './SourceHead'
import { SourceSkeleton } from './SourceSkeleton'
import './source.css'

const SourceKeys = lazy(() => import('./SourceKeys'))

/** How this project runs: what stands where, how far one may trust it, and what still waits for an answer. */
export default function SourcePage() {
  const { ready } = useTab()
  const { value, setValue, failed, load } = useLoaded(paths.source(ready.project.id), sourcePage)
  const show = useCallback(
    (entry: EntryDetail) => {
      setValue((page) => page && withEntry(page, entry))
      void load()
    },
    [setValue, load],
  )
  const changing = useEntryChanging(show)
  if (value) return <Loaded page={value} changing={changing} reload={() => void load()} />
  if (!failed) return <SourceSkeleton />
  return (
    <Full icon={null} title={says.cantLoad} text={says.cantLoadText}>
      <button type="button" className="button primary big" onClick={() => void load()}>
        {says.tryAgain}
      </button>
    </Full>
  )
}

type Dialog =
  | { readonly kind: 'new'; readonly question: OpenQuestionJson | null }
  | { readonly kind: 'answer'; readonly question: OpenQuestionJson }
  | { readonly kind: 'keys' }

type LoadedProps = {
  readonly page: Page
  readonly changing: EntryChanging
  readonly reload: () => void
}

function Loaded({ page, changing, reload }: LoadedProps) {
  const { say } = useTab()
  const settle = useSettling()
  const { query, search } = useAddress()
  const words = query.get('q') ?? ''
  const open = query.get('entry')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const parts = partsOf(page.entries, words)
  const shown = parts.flatMap(({ entries }) => entries)

  useEffect(() => {
    if (open !== null) showEntry(open)
  }, [open])

  const addressOf = (id: string) => withQuery(search, { entry: id })
  const openEntry = (id: string) => {
    // From one entry to the next, Back still leads to the page.
    go(withQuery(location.search, { entry: id }), open === null ? 'push' : 'replace')
  }
  const write = (id: string) => {
    setEditing(id)
    openEntry(id)
  }
  const closePane = () => {
    setEditing(null)
    closeTo(withQuery(search, { entry: null }))
    focusEntry(open)
  }
  const step = (by: 1 | -1) => {
    const here = shown.findIndex(({ id }) => id === (open ?? focused))
    const next = shown[here < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, here + by))]
    if (!next) return
    if (open !== null) openEntry(next.id)
    setFocused(next.id)
    focusEntry(next.id)
  }
  const verify = async (entry: EntryLine) => {
    const detail = changing.details.get(entry.id)
    const seen = detail && detail.version >= entry.version ? detail.version : entry.version
    const sent = await changing.send({ id: entry.id, version: seen }, { kind: 'verify' })
    if (sent.kind === 'kept') say({ text: sent.why })
    if (sent.kind === 'conflict') openEntry(entry.id)
  }
  const answer = async (question: OpenQuestionJson, id: string) => {
    if (!(await settle(question, id))) return
    changing.endOffer(question.id)
    reload()
  }
  const act = (what: KeyAct): boolean => {
    switch (what) {
      case 'next':
      case 'previous':
        step(what === 'next' ? 1 : -1)
        return true
      case 'first':
      case 'last':
        return false
      case 'open':
        if (focused !== null) openEntry(focused)
        return focused !== null
      case 'close':
        if (open !== null) closePane()
        return open !== null
      case 'new':
        setDialog({ kind: 'new', question: null })
        return true
      case 'keys':
        setDialog({ kind: 'keys' })
        return true
      default:
        return press(what)
    }
  }
  // Up and down scroll the page, as in any text.
  const onKeyDown = usePageKeys(act, (key) => key.startsWith('Arrow') && open === null)

  return (
    <>
      <div className={open === null ? 'source log' : 'source log with-pane'} onKeyDown={onKeyDown}>
        <Contents {...{ parts, words, search }} current={open ?? focused} onJump={focusEntry} />
        <div
          className="source-body"
          onFocus={({ target }) =>
            setFocused(target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null)
          }
        >
          <div className="source-doc">
            <SourceHead
              page={page}
              reload={reload}
              onNew={() => setDialog({ kind: 'new', question: null })}
            />
            <EntryParts {...{ parts, open, addressOf }} onVerify={verify} onWrite={write} />
            {shown.length === 0 && (
              <NothingFound
                words={words}
                addressOf={addressOf}
                titleOf={(id) => page.entries.find((entry) => entry.id === id)?.title}
                onAsked={() => {
                  go(withQuery(search, { q: null }), 'replace')
                  reload()
                }}
                onClear={() => go(withQuery(search, { q: null }), 'replace')}
              />
            )}
          </div>
          <Beside
            page={page}
            addressOf={addressOf}
            onAnswer={(question) => setDialog({ kind: 'answer', question })}
          />
        </div>
        {open !== null && (
          <EntryPane
            id={open}
            line={page.entries.find(({ id }) => id === open)}
            position={positionWords(shown, open)}
            changing={changing}
            editing={editing === open}
            onEdit={(on) => setEditing(on ? open : null)}
            onStep={step}
            onClose={closePane}
          />
        )}
      </div>
      <button
        type="button"
        className="button primary fab"
        onClick={() => setDialog({ kind: 'new', question: null })}
      >
        <Add20Regular /> {says.addEntry}
      </button>
      {dialog?.kind === 'new' && (
        <NewEntryDialog
          question={dialog.question}
          changing={changing}
          onAdded={({ id }) => {
            openEntry(id)
            if (dialog.question) void answer(dialog.question, id)
          }}
          close={() => setDialog((now) => (now === dialog ? null : now))}
        />
      )}
      {dialog?.kind === 'answer' && (
        <AnswerDialog
          question={dialog.question}
          entries={page.entries}
          onSettled={reload}
          onWriteNew={() => setDialog({ kind: 'new', question: dialog.question })}
          close={() => setDialog((now) => (now === dialog ? null : now))}
        />
      )}
      <Suspense>{dialog?.kind === 'keys' && <SourceKeys close={() => setDialog(null)} />}</Suspense>
    </>
  )
}

const CONTROL: Partial<Record<KeyAct, string>> = {
  search: '#search',
  move: '.pane .moves button',
  link: '[data-copy-link]',
  undo: '[data-undo]',
}

/** Fields and moves get the focus; what can be done at once is done. */
function press(what: KeyAct): boolean {
  const selector = CONTROL[what]
  const control = selector === undefined ? null : document.querySelector<HTMLElement>(selector)
  if (!control) return false
  control.focus()
  if (control.matches('[data-copy-link], [data-undo]')) control.click()
  return true
}

function focusEntry(id: string | null): void {
  if (id === null) return
  // After React has drawn: the page may be hidden behind the pane until now.
  requestAnimationFrame(() => {
    document.getElementById(`row-${id}`)?.focus({ preventScroll: true })
    showEntry(id)
  })
}

function showEntry(id: string): void {
  document.querySelector(`[data-entry="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' })
}

function positionWords(shown: readonly EntryLine[], id: string): string {
  const index = shown.findIndex((entry) => entry.id === id)
  return index < 0 ? '' : says.position(index + 1, shown.length)
}
