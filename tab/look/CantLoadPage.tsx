import { PlugDisconnected24Regular } from '@fluentui/react-icons/headless/svg/plug-disconnected'
import { TRY_AGAIN } from '#words/common'
import { PAGE_NOT_LOADED } from '#words/notHere'
import { Full } from './states'

/** One page could not be loaded while the rest of the tab is there. */
export function CantLoadPage({ what, retry }: { readonly what: string; readonly retry: () => void }) {
  return (
    <Full
      icon={<PlugDisconnected24Regular />}
      title={PAGE_NOT_LOADED.title(what)}
      text={PAGE_NOT_LOADED.text}
    >
      <button type="button" className="button primary big" onClick={retry}>
        {TRY_AGAIN}
      </button>
    </Full>
  )
}
