import { KIND_WORD } from '#words/source'
import { form } from '#words/sourceEntry'
import { useState, type SubmitEvent } from 'react'
import { personId } from '../../bot/contract/common'
import { entryKind, type EntryDetail } from '../../bot/contract/source'
import { ENTRY_KINDS } from '../../bot/domain/sourceKinds'
import { useTab } from '../data/tab'
import { DialogFoot } from '../look/DialogFoot'
import { contentText, type Typed } from './entryEdit'
import { everyWords, REVIEW_DAYS } from './entryWords'

type Props = {
  /** The entry that is written or changed; null for a new one. */
  readonly entry: EntryDetail | null
  readonly submit: string
  /** Ends with what keeps it from being saved, or with nothing. */
  readonly onSubmit: (typed: Typed) => Promise<string | null>
  readonly onCancel: () => void
}

/** Title, what it says, who answers for it. What was typed stays until it is saved or given up. */
export function EntryForm({ entry, submit, onSubmit, onCancel }: Props) {
  const { ready } = useTab()
  const [error, setError] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const content = entry ? contentText(entry) : ''
  const save = async (typed: Typed) => {
    setSending(true)
    setError(await onSubmit(typed))
    setSending(false)
  }
  const onFormSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = read(new FormData(event.currentTarget))
    if (typed.title === '') setError(form.noTitle)
    else if (content !== '' && typed.content === '') setError(form.noContent)
    else void save(typed)
  }
  return (
    <form
      className="entry-form"
      onSubmit={onFormSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onCancel()
      }}
    >
      <label className="stack">
        <span>{form.title}</span>
        <input
          className="field"
          name="title"
          defaultValue={entry?.title ?? ''}
          autoFocus={!entry}
          maxLength={250}
          autoComplete="off"
        />
      </label>
      <label className="stack">
        <span>{form.linkOrText}</span>
        <textarea
          className="field"
          name="content"
          rows={Math.min(16, Math.max(5, content.split('\n').length + 2))}
          defaultValue={content}
          autoFocus={entry !== null}
          aria-describedby="entry-hint"
        />
        <small id="entry-hint" className="quiet">
          {form.hint}
        </small>
      </label>
      <div className="pair">
        <label className="stack">
          <span>{form.owner}</span>
          <select
            className="field"
            name="owner"
            defaultValue={entry ? (entry.owner?.id ?? '') : ready.start.me.id}
          >
            {entry && !entry.owner && <option value="">{form.whoever}</option>}
            <Members entry={entry} />
          </select>
        </label>
        <label className="stack">
          <span>{form.often}</span>
          <select className="field" name="reviewDays" defaultValue={entry?.reviewDays ?? ''}>
            {!entry && <option value="">{form.usual}</option>}
            {daysToChoose(entry).map((days) => (
              <option key={days} value={days}>
                {everyWords(days)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="stack">
        <span>{form.under}</span>
        <select className="field" name="kind" defaultValue={entry?.kind ?? ''}>
          {!entry && <option value="">{form.byTitle}</option>}
          {ENTRY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORD[kind]}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        <input type="checkbox" name="toBeRead" /> {entry ? form.askToReadChange : form.askToRead}
      </label>
      <DialogFoot error={error} submit={submit} isSending={sending} onLeave={onCancel} />
    </form>
  )
}

function Members({ entry }: { readonly entry: EntryDetail | null }) {
  const { ready } = useTab()
  const { members } = ready.project
  const left = entry?.owner && !members.some(({ id }) => id === entry.owner?.id) ? [entry.owner] : []
  return [...left, ...members].map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}

function daysToChoose(entry: EntryDetail | null): readonly number[] {
  const days = new Set<number>([...REVIEW_DAYS, ...(entry ? [entry.reviewDays] : [])])
  return [...days].toSorted((a, b) => a - b)
}

function read(data: FormData): Typed {
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
  }
  const [owner, days] = [text('owner'), text('reviewDays')]
  return {
    title: text('title'),
    kind: entryKind.safeParse(text('kind')).data ?? null,
    content: text('content'),
    owner: owner === '' ? null : personId.parse(owner),
    reviewDays: days === '' ? null : Number(days),
    toBeRead: data.get('toBeRead') !== null,
  }
}
