import { CheckmarkCircle16Filled } from '@fluentui/react-icons/headless/svg/checkmark-circle'
import type { IssueDetail } from '../../bot/contract/issue'
import { StateShape } from '../look/icons'
import { firstName, STATUS_WORD } from '../look/words'

const PATH = ['new', 'triaged', 'inProgress', 'readyForRetest', 'closed'] as const
/** All five steps fit beside each other in the pane. */
const SHORT: Partial<Record<(typeof PATH)[number], string>> = { readyForRetest: 'Retest' }

/** The way an issue goes, and where this one is. Off the way (deferred, duplicate): the state with its reason. */
export function StatePath({ issue }: { readonly issue: IssueDetail }) {
  const { status, stateWhy, stateBy } = issue
  if (status === 'deferred' || status === 'duplicate' || status === 'reopened') {
    return (
      <div className="path">
        <StateShape status={status} />
        <span dir="auto" style={{ overflowWrap: 'anywhere' }}>
          <b>{STATUS_WORD[status]}</b>
          {stateBy && ` by ${firstName(stateBy.name)}`}
          {stateWhy && (status === 'duplicate' ? ` of ${stateWhy}` : `: “${stateWhy}”`)}
        </span>
      </div>
    )
  }
  const here = PATH.indexOf(status)
  return (
    <ol className="path" aria-label="State">
      {PATH.map((step, index) => (
        <li
          key={step}
          className={index < here ? 'past' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {index < here && <CheckmarkCircle16Filled className="shape" />}
          {index === here && <StateShape status={step} />}
          {SHORT[step] ?? STATUS_WORD[step]}
        </li>
      ))}
    </ol>
  )
}
