import { LockClosed24Regular } from '@fluentui/react-icons/headless/svg/lock-closed'
import type { Problem } from '../../bot/contract/common'
import type { ProjectLine } from '../../bot/contract/session'
import { asRead, withQuery } from '../data/address'
import type { State } from '../data/live'
import { reference } from '#words/common'
import { CHOOSE_PROJECT, NO_ACCESS, NO_LONGER_OPEN, NO_PROJECT } from '#words/notHere'
import { Alone, Failed, Full } from './states'

type Props = {
  readonly state: Extract<State, { kind: 'failed' | 'nothing' }>
  readonly retry: () => void
}

/** The service answered, and there is no project to show. No access says nothing about what exists. */
export default function NotHere({ state, retry }: Props) {
  if (state.kind === 'nothing') return <NoProject projects={state.start.projects} />
  const { problem } = state
  if (state.wasOpen) return <NoLongerOpen problem={problem} />
  return <Failed icon={<LockClosed24Regular />} {...NO_ACCESS} {...{ problem, retry }} />
}

/** It was shown a moment ago: it was removed, or the reader left its team. */
function NoLongerOpen({ problem }: { readonly problem: Problem }) {
  return (
    <Alone>
      <Full icon={<LockClosed24Regular />} title={NO_LONGER_OPEN.title} text={NO_LONGER_OPEN.text}>
        <a className="button primary big" href={asRead('/tab/', new URLSearchParams(location.search))}>
          {NO_LONGER_OPEN.toMine}
        </a>
        {problem.reference !== '' && <small className="quiet">{reference(problem.reference)}</small>}
      </Full>
    </Alone>
  )
}

/** The channel has no project yet, or the person none at all. */
function NoProject({ projects }: { readonly projects: readonly ProjectLine[] }) {
  return (
    <Alone>
      <Full icon={null} {...(projects.length > 0 ? CHOOSE_PROJECT : NO_PROJECT)}>
        {projects.length === 0 && (
          <p className="example">
            <b>@Plumbline</b> setup
          </p>
        )}
        {projects.map((project) => (
          <a
            key={project.id}
            className="button big"
            href={withQuery(location.search, { project: project.id })}
          >
            {project.name}
          </a>
        ))}
      </Full>
    </Alone>
  )
}
