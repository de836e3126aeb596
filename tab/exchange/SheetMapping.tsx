import { useState, type ReactNode } from 'react'
import type { ImportSheet, MappingRequest } from '../../bot/contract/exchange'
import { personId } from '../../bot/contract/common'
import { phrase } from '../../bot/domain/exchange/cell'
import { FIELDS, type Field, type SheetKind } from '../../bot/domain/exchange/fields'
import { useTab } from '../data/tab'
import { SEVERITY_WORD, STATUS_WORD } from '#words/common'
import { FIELD, ITEM_STATES, KINDS, ORDERS, sheetHead, WORDS } from '#words/exchange'
import { SEVERITIES, STATUSES } from '../look/words'

type Change = Omit<MappingRequest['sheets'][number], 'sheet'>
type Props = {
  readonly sheet: ImportSheet
  readonly busy: boolean
  readonly change: (change: Change) => void
}

const RATED = SEVERITIES.filter((severity) => severity !== 'none')

/** How one sheet is read: what its rows, columns, words and names are taken for, each to be changed. */
export function SheetMapping({ sheet, busy, change }: Props) {
  const { ready } = useTab()
  const { kind, columns, severities, states, people } = sheet
  const unknown = [...severities, ...states].filter(({ means }) => means === null)
  // Open where it asks for something, and then as somebody leaves it: an answer must not close it under their hands.
  const [isOpen, setOpen] = useState(sheet.asksOrder || unknown.length > 0)
  return (
    <details className="mapping" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{sheetHead(sheet.name, sheet.rows, sheet.cut, sheet.header)}</summary>
      <fieldset disabled={busy}>
        <legend className="hidden">{sheet.name}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={sheet.takes}
            onChange={({ target }) => change({ takes: target.checked })}
          />
          {WORDS.take}
        </label>
        <Choice
          label={WORDS.holds}
          value={kind}
          choices={Object.entries(KINDS)}
          onChange={(value) => change({ kind: value as SheetKind })}
        />
        <Part title={WORDS.columns}>
          {columns.map(({ at, heading, field }) => (
            <Choice
              key={at}
              label={heading}
              value={field ?? ''}
              choices={[['', WORDS.notTaken], ...FIELDS[kind].map((one) => [one, FIELD[one]] as const)]}
              onChange={(value) => change({ fields: fieldsWith(columns, at, value) })}
            />
          ))}
        </Part>
        {severities.length + states.length > 0 && (
          <Part title={WORDS.meanings}>
            {severities.map(({ word, means }) => (
              <Choice
                key={`severity ${word}`}
                label={word}
                value={means ?? ''}
                choices={[...ask(means), ...RATED.map((one) => [one, SEVERITY_WORD[one]] as const)]}
                onChange={(value) =>
                  change({ severities: { [phrase(word)]: value as (typeof RATED)[number] } })
                }
              />
            ))}
            {states.map(({ word, means }) => (
              <Choice
                key={`state ${word}`}
                label={word}
                value={means ?? ''}
                choices={[
                  ...ask(means),
                  ...(kind === 'issues'
                    ? STATUSES.filter((one) => one !== 'duplicate').map(
                        (one) => [one, STATUS_WORD[one]] as const,
                      )
                    : Object.entries(ITEM_STATES)),
                ]}
                onChange={(value) => change(stateChange(kind, phrase(word), value))}
              />
            ))}
          </Part>
        )}
        {people.length > 0 && (
          <Part title={WORDS.people}>
            {people.map(({ word, means }) => (
              <Choice
                key={word}
                label={word}
                value={means ?? ''}
                choices={[
                  ['', WORDS.nobody],
                  ...ready.project.members.map(({ id, name }) => [id, name] as const),
                ]}
                onChange={(value) =>
                  change({ people: { [phrase(word)]: value === '' ? null : personId.parse(value) } })
                }
              />
            ))}
          </Part>
        )}
        {sheet.asksOrder && <p className="error">{WORDS.orderAsk}</p>}
        <Choice
          label={WORDS.order}
          value={sheet.order ?? ''}
          choices={Object.entries(ORDERS)}
          onChange={(value) => change({ order: value === '' ? null : (value as 'dayFirst' | 'monthFirst') })}
        />
      </fieldset>
    </details>
  )
}

/** A field stands over one column; the one that had it before is left out. Details alone may have several. */
function fieldsWith(
  columns: ImportSheet['columns'],
  at: number,
  value: string,
): NonNullable<Change['fields']> {
  const field = value === '' ? null : (value as Field)
  const losing = columns.filter((column) => field !== null && field !== 'details' && column.field === field)
  return [...losing.map((column) => ({ at: column.at, field: null })), { at, field }]
}

function stateChange(kind: SheetKind, word: string, value: string): Change {
  return kind === 'issues'
    ? { issueStates: { [word]: value as (typeof STATUSES)[number] } }
    : { itemStates: { [word]: value as keyof typeof ITEM_STATES } }
}

function ask(means: string | null): (readonly [string, string])[] {
  return means === null ? [['', WORDS.say]] : []
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly choices: readonly (readonly [string, string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label className="reads">
      <span>{label}</span>
      <select className="field" value={value} onChange={({ target }) => onChange(target.value)}>
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
