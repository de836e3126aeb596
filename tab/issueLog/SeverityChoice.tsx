import type { IssueRow } from '../../bot/contract/issue'
import { SeverityShape } from '../look/icons'
import { SEVERITY_WORD } from '../look/words'

/** What each severity means, said where one chooses. */
export const SEVERITY_MEANS = {
  showStopper: 'no way to work',
  workaround: 'work goes on another way, which is written down',
  cosmetic: 'it only looks wrong',
} as const

const KEYS = ['showStopper', 'workaround', 'cosmetic'] as const

type Props = { readonly chosen: IssueRow['severity']; readonly onChange?: (severity: string) => void }

export function SeverityChoice({ chosen, onChange }: Props) {
  return (
    <fieldset>
      <legend>How bad is it</legend>
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
          {SEVERITY_WORD[key]} <small>{SEVERITY_MEANS[key]}</small>
        </label>
      ))}
    </fieldset>
  )
}
