import { ArrowSync16Regular } from '@fluentui/react-icons/headless/svg/arrow-sync'
import { Warning16Regular } from '@fluentui/react-icons/headless/svg/warning'
import { useTab } from '../data/tab'
import { CANT_BE_REACHED } from '#words/reach'
import { LOST } from '#words/shell'
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
        <b>{CANT_BE_REACHED}</b> {LOST.loadedAt(timeWords(reach.loadedAt))}
        {unsaved && ` ${LOST.kept(unsaved.id)}`}
      </span>
      <span className="spacer" />
      <small>{LOST.nextTry(timeWords(reach.nextTryAt))}</small>
      <button type="button" className="button" onClick={() => void live.refresh()}>
        <ArrowSync16Regular /> {LOST.tryNow}
      </button>
    </div>
  )
}
