import { CheckmarkCircle16Filled } from '@fluentui/react-icons/headless/svg/checkmark-circle'
import type { IssueDetail } from '../../bot/contract/issue'
import { StateShape } from '../look/icons'
import { offTheWay, STEP } from '#words/issuePane'
import { COLUMN_NAME } from '#words/log'
import { Phrase } from '../look/Phrase'
import { firstName } from '../look/words'

const PATH = ['new', 'triaged', 'inProgress', 'readyForRetest', 'closed'] as const

/** The way an issue goes, and where this one is. Off the way (deferred, duplicate): the state with its reason. */
export function StatePath({ issue }: { readonly issue: IssueDetail }) {
  const { status, stateWhy, stateBy } = issue
  if (status === 'deferred' || status === 'duplicate' || status === 'reopened') {
    return (
      <div className="path">
        <StateShape status={status} />
        <span dir="auto" style={{ overflowWrap: 'anywhere' }}>
          <Phrase parts={offTheWay(status, stateBy && firstName(stateBy.name), stateWhy || null)} />
        </span>
      </div>
    )
  }
  const here = PATH.indexOf(status)
  return (
    <ol className="path" aria-label={COLUMN_NAME.state}>
      {PATH.map((step, index) => (
        <li
          key={step}
          className={index < here ? 'past' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          {index < here && <CheckmarkCircle16Filled className="shape" />}
          {index === here && <StateShape status={step} />}
          {STEP[step]}
        </li>
      ))}
    </ol>
  )
}
