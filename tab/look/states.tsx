import { PlugDisconnected24Regular } from '@fluentui/react-icons/headless/svg/plug-disconnected'
import type { ReactNode } from 'react'
import type { Problem } from '../../bot/contract/common'
import { reference, TRY_AGAIN } from '#words/common'
import { OUTAGE, PAGE_BROKEN } from '#words/shell'

/* What fills the page when there is no list to show. */

type FailedProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly problem: Problem
  readonly retry: () => void
}

/** The whole window, with a way to try again, and what to quote where somebody is asked about it. */
export function Failed({ problem, retry, ...said }: FailedProps) {
  return (
    <Alone>
      <Full {...said}>
        <button type="button" className="button primary big" onClick={retry}>
          {TRY_AGAIN}
        </button>
        {problem.reference !== '' && <small className="quiet">{reference(problem.reference)}</small>}
      </Full>
    </Alone>
  )
}

/** An outage says that it is one. */
export function CantLoad(props: Pick<FailedProps, 'problem' | 'retry'>) {
  return <Failed icon={<PlugDisconnected24Regular />} {...OUTAGE} {...props} />
}

/** The page's own code is not there, or broke. */
export function CantShow() {
  return (
    <Full icon={<PlugDisconnected24Regular />} title={PAGE_BROKEN.title} text={PAGE_BROKEN.text}>
      <button type="button" className="button primary big" onClick={() => location.reload()}>
        {PAGE_BROKEN.reload}
      </button>
    </Full>
  )
}

/** The whole window, when there is no page row to stand under. */
export function Alone({ children }: { readonly children: ReactNode }) {
  return (
    <main className="main">
      <h1 className="hidden">Plumbline</h1>
      {children}
    </main>
  )
}

type FullProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

export function Full({ icon, title, text, children }: FullProps) {
  return (
    <div className="state">
      {icon}
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}
