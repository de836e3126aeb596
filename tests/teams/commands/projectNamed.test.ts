import fc from 'fast-check'
import { projectNamed } from '../../../bot/teams/commands/projectNamed'
import { anyText } from '../../support/anyText'

const PROJECTS = ['ERP roll-out', 'ERP roll-out Asia', 'Data hub', 'Südwest-Einführung'].map((name) => ({
  name,
}))

function short(text: string): string {
  const named = projectNamed(text, PROJECTS)
  const about = 'project' in named ? `${named.kind} ${named.project.name}` : named.kind
  return 'rest' in named ? `${about}: ${named.rest ?? '–'}` : about
}

test.each([
  ['mine', 'nothing'],
  ['erp', 'nothing'],
  ['my projects', 'which'],
  ['Please switch project!', 'which'],
  ['Projekt wechseln', 'which'],
  ['data hub', 'alone Data hub'],
  ['Data hub!', 'alone Data hub'],
  ['erp rollout', 'nothing'],
  ['ERP Roll-Out', 'alone ERP roll-out'],
  ['ERP roll-out Asia', 'alone ERP roll-out Asia'],
  ['südwest-einführung', 'alone Südwest-Einführung'],
  ['Data hub: done A-12', 'before Data hub: done A-12'],
  ['data hub, mine', 'before Data hub: mine'],
  ['ERP roll-out – status', 'before ERP roll-out: status'],
  ['ERP roll-out Asia: status', 'before ERP roll-out Asia: status'],
  ['status data hub', 'within Data hub: status'],
  ['mine in the Data hub?', 'within Data hub: mine'],
  ['status of project ERP roll-out', 'within ERP roll-out: status'],
  ['Status für Südwest-Einführung', 'within Südwest-Einführung: Status'],
  ['action demo of the Data hub by Friday', 'within Data hub: –'],
  ['delete project Data hub', 'within Data hub: delete'],
  ['compare Data hub with ERP roll-out', 'unclear'],
])('"%s"', (text, expected) => {
  expect(short(text)).toBe(expected)
})

test('a name that two projects have leaves it open which is meant', () => {
  const twins = [{ name: 'Roll-out' }, { name: 'roll-out' }]
  expect(projectNamed('roll-out', twins).kind).toBe('unclear')
})

test('whatever is written, what is left of it was written', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...PROJECTS), anyText, (before, { name }, after) => {
      const text = `${before}${name}${after}`
      const named = projectNamed(text, PROJECTS)
      if ('rest' in named && named.rest !== null) expect(text).toContain(named.rest)
    }),
  )
})
