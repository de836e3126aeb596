import { ArrowSync16Regular } from '@fluentui/react-icons/headless/svg/arrow-sync'
import { Warning16Regular } from '@fluentui/react-icons/headless/svg/warning'
import { useTab } from '../data/tab'
import { timeWords } from './words'

/** While the service can't be reached, the loaded list stays, with its time and the change that waits. */
export function Unreachable() {
  const { ready, live } = useTab()
  const { reach, unsaved } = ready
  if (reach.kind === 'reached') return null
  return (
    <div className="bar" role="alert">
      <Warning16Regular />
      <span>
        <b>The log can’t be reached.</b> You see what was loaded at {timeWords(reach.loadedAt)}.
        {unsaved && ` Your change to ${unsaved.id} is kept here and not yet saved.`}
      </span>
      <span className="spacer" />
      <small>Next try at {timeWords(reach.nextTryAt)}</small>
      <button type="button" className="button" onClick={() => void live.refresh()}>
        <ArrowSync16Regular /> Try now
      </button>
    </div>
  )
}
