import { useEffect, useState } from 'react'
import { PROJECT, SIGNED_IN_AS } from '#words/personSwitch'
import { becomeFromNowOn, peopleToBe } from '../host/browser'
import type { Ready } from '../data/live'
import { withQuery } from '../data/address'

type People = Awaited<ReturnType<typeof peopleToBe>>

/** Local mode only: who one is, and which project one looks at when there are several. */
export default function PersonSwitch({ ready }: { readonly ready: Ready }) {
  const [people, setPeople] = useState<People>([])
  useEffect(() => {
    peopleToBe().then(setPeople, () => setPeople([]))
  }, [])
  const { me, projects } = ready.start
  return (
    <>
      {projects.length > 1 && (
        <select
          className="plain-select"
          aria-label={PROJECT}
          value={ready.project.id}
          onChange={(event) => {
            location.search = withQuery('', { project: event.target.value })
          }}
        >
          {projects.map((project) => (
            <option key={project.id} value={project.id}>
              {project.name}
            </option>
          ))}
        </select>
      )}
      <select
        className="plain-select"
        aria-label={SIGNED_IN_AS}
        value={me.id}
        onChange={(event) => becomeFromNowOn(event.target.value)}
      >
        {(people.length > 0 ? people : [me]).map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </>
  )
}
