import { LockClosed24Regular } from '@fluentui/react-icons/headless/svg/lock-closed'
import { PlugDisconnected24Regular } from '@fluentui/react-icons/headless/svg/plug-disconnected'
import type { ReactNode } from 'react'
import type { ProjectLine } from '../../bot/contract/session'
import type { State } from '../data/live'

/* What fills the page when there is no list to show. */

type Failed = Extract<State, { kind: 'failed' }>

/** No access says nothing about what exists; an outage says that it is one. */
export function CantLoad({ state, retry }: { readonly state: Failed; readonly retry: () => void }) {
  const { status, problem } = state
  const isClosed = status === 401 || status === 403 || status === 404
  if (isClosed && state.wasOpen) return <NoLongerOpen problem={problem} />
  return (
    <Alone>
      <Full
        icon={isClosed ? <LockClosed24Regular /> : <PlugDisconnected24Regular />}
        title={isClosed ? 'Nothing to show for this account' : 'The log can’t be reached'}
        text={
          isClosed
            ? 'If you expected a project here, ask an owner of this team to add you, then try again.'
            : 'Nothing is lost. Try again in a moment.'
        }
      >
        <button type="button" className="button primary big" onClick={retry}>
          Try again
        </button>
        {problem.reference !== '' && <small className="quiet">Reference {problem.reference}</small>}
      </Full>
    </Alone>
  )
}

/** It was shown a moment ago: it was removed, or the reader left its team. */
function NoLongerOpen({ problem }: Pick<Failed, 'problem'>) {
  return (
    <Alone>
      <Full
        icon={<LockClosed24Regular />}
        title="This project can’t be opened any more"
        text="It was removed, or you are no longer on its team. An owner of the team can tell, and add you again."
      >
        <a className="button primary big" href="/tab/">
          See what there is for you
        </a>
        {problem.reference !== '' && <small className="quiet">Reference {problem.reference}</small>}
      </Full>
    </Alone>
  )
}

/** One page could not be loaded while the rest of the tab is there. */
export function CantLoadPage({ what, retry }: { readonly what: string; readonly retry: () => void }) {
  return (
    <Full
      icon={<PlugDisconnected24Regular />}
      title={`${what} can’t be loaded right now`}
      text="Nothing is lost. It is tried again by itself, or at once:"
    >
      <button type="button" className="button primary big" onClick={retry}>
        Try again
      </button>
    </Full>
  )
}

/** The page's own code is not there, or broke. */
export function CantShow() {
  return (
    <Full
      icon={<PlugDisconnected24Regular />}
      title="This page can’t be shown right now"
      text="Nothing is lost. There may be a newer version of it, which comes with reloading."
    >
      <button type="button" className="button primary big" onClick={() => location.reload()}>
        Reload
      </button>
    </Full>
  )
}

/** The channel has no project yet, or the person none at all. */
export function NoProject({ projects }: { readonly projects: readonly ProjectLine[] }) {
  return (
    <Alone>
      <Full
        icon={null}
        title={projects.length > 0 ? 'Choose a project' : 'No project here yet'}
        text={
          projects.length > 0
            ? 'You are on the team of these.'
            : 'Set it up in the channel. It takes one card: name, customer, go-live date and the times of the week.'
        }
      >
        {projects.length === 0 && (
          <p className="example">
            <b>@Plumbline</b> setup
          </p>
        )}
        {projects.map((project) => (
          <a key={project.id} className="button big" href={`?project=${encodeURIComponent(project.id)}`}>
            {project.name}
          </a>
        ))}
      </Full>
    </Alone>
  )
}

/** The whole window, when there is no page row to stand under. */
function Alone({ children }: { readonly children: ReactNode }) {
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
