import type { IssueRow } from '../../bot/contract/issue'
import { SeverityShape } from '../look/icons'
import { SEVERITY_WORD } from '#words/common'
import { HOW_BAD } from '#words/log'
import { SEVERITY_MEANS } from '#words/newIssue'

const KEYS = ['showStopper', 'workaround', 'cosmetic'] as const

type Props = { readonly chosen: IssueRow['severity']; readonly onChange?: (severity: string) => void }

export function SeverityChoice({ chosen, onChange }: Props) {
  return (
    <fieldset>
      <legend>{HOW_BAD}</legend>
      {KEYS.map((key) => (
        <label key={key} className="choice">
          <input
            type="radio"
            name="severity"
            value={key}
            defaultChecked={chosen === key}
            onChange={() => onChange?.(key)}
          />
          <SeverityShape severity={key} />
          <b>{SEVERITY_WORD[key]}</b> <small>{SEVERITY_MEANS[key]}</small>
        </label>
      ))}
    </fieldset>
  )
}
