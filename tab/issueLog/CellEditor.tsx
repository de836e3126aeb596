import { useEffect, useRef, useState } from 'react'
import type { IssueChangeJson, IssueRow } from '../../bot/contract/issue'
import { personId, workstreamId } from '../../bot/contract/common'
import { severity as severityShape } from '../../bot/contract/issue'
import { useTab } from '../data/tab'
import { cellOf } from '#words/bulk'
import { NO_ONE, SEVERITY_WORD } from '#words/common'
import { NONE } from '#words/issuePane'
import { COLUMN_NAME } from '#words/log'
import { severityOf } from '../look/words'
import { useLogChanges } from './changingContext'
import type { EditedField } from './tableProps'

type Props = { readonly row: IssueRow; readonly field: EditedField; readonly close: () => void }

/** A cell as a field: a choice is saved as it is made, a text by Enter; Esc leaves all as it was. */
export default function CellEditor(props: Props) {
  return props.field === 'title' || props.field === 'where' ? (
    <TextCell {...props} />
  ) : (
    <ChoiceCell {...props} />
  )
}

function TextCell({ row: now, field, close }: Props) {
  const { send } = useLogChanges()
  // What is saved is a change of what stood there when typing began.
  const [row] = useState(now)
  const was = field === 'title' ? row.title : row.where
  const [typed, setTyped] = useState(was)
  const [saving, setSaving] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const save = async () => {
    const text = typed.trim()
    if (text === was) {
      close()
      return
    }
    setSaving(true)
    const saved = await send(row, { kind: 'edit', [field]: text })
    setSaving(false)
    // What was refused stays here to be copied or put right.
    if (saved) close()
  }
  return (
    <input
      ref={input}
      className="field cell-field"
      aria-label={cellOf(COLUMN_NAME[field], row.id)}
      dir="auto"
      value={typed}
      readOnly={saving}
      autoFocus
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed.trim() === was) close()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape') close()
      }}
    />
  )
}

function ChoiceCell({ row, field, close }: Props) {
  const { ready } = useTab()
  const { send } = useLogChanges()
  const { members, workstreams } = ready.project
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    try {
      select.current?.showPicker()
    } catch {
      // Opened without a press of one's own: the field has the focus, and a press opens it.
    }
  }, [])
  const choose = (value: string) => {
    close()
    void send(row, changeTo(field, value, row))
  }
  const [value, options] =
    field === 'severity'
      ? [
          severityOf(row),
          (['showStopper', 'workaround', 'cosmetic'] as const).map((key) => [key, SEVERITY_WORD[key]]),
        ]
      : field === 'owner'
        ? [row.owner?.id ?? '', [['', NO_ONE], ...members.map(({ id, name }) => [id, name])]]
        : [row.workstream ?? '', [['', NONE], ...workstreams.map(({ id, name }) => [id, name])]]
  return (
    <select
      ref={select}
      className="field cell-field"
      aria-label={cellOf(COLUMN_NAME[field], row.id)}
      value={value}
      autoFocus
      onChange={(event) => choose(event.target.value)}
      onBlur={close}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') close()
      }}
    >
      {!options.some(([key]) => key === value) && (
        <option value={value}>{row.owner?.name ?? SEVERITY_WORD.none}</option>
      )}
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Ranking a new one is its triage; later it is a change of the severity alone. */
export function changeTo(field: EditedField, value: string, row: Pick<IssueRow, 'status'>): IssueChangeJson {
  switch (field) {
    case 'severity': {
      const severity = severityShape.parse(value)
      return row.status === 'new' ? { kind: 'triage', severity, owner: null } : { kind: 'edit', severity }
    }
    case 'owner':
      return { kind: 'edit', owner: value === '' ? null : personId.parse(value) }
    case 'workstream':
      return { kind: 'edit', workstream: value === '' ? null : workstreamId.parse(value) }
    case 'title':
      return { kind: 'edit', title: value }
    case 'where':
      return { kind: 'edit', where: value }
  }
}
