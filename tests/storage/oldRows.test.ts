import { toRow } from '../../bot/storage/document'
import { projectRow } from '../../bot/storage/projectRow'
import { recapRow } from '../../bot/storage/recapRow'
import { aPostedRecap, aProject, PROJECT_ID, THIS_WEEK } from '../support/builders'

/* Rows that were written before a field was thought of. */

test('a project from before there was an audience has none', () => {
  const { audience: _, ...before } = aProject()
  const row = toRow(projectRow.place(PROJECT_ID), 'project', before)
  expect(projectRow.fromEntity(row)).toEqual(aProject({ audience: [] }))
})

test('projects and recaps from before there was a choice of languages are in English', () => {
  const { language: _theirs, ...project } = aProject()
  expect(projectRow.fromEntity(toRow(projectRow.place(PROJECT_ID), 'project', project)).language).toBe('en')
  const { recap, ...posted } = aPostedRecap()
  const { language: _its, ...words } = recap
  const row = toRow(recapRow.place(PROJECT_ID, THIS_WEEK), 'recap', { ...posted, recap: words })
  expect(recapRow.fromEntity(row).recap.language).toBe('en')
})

test('a recap from before there were copies and corrections has none', () => {
  const { copies: _, recap, ...before } = aPostedRecap()
  const { corrected: _none, ...words } = recap
  const row = toRow(recapRow.place(PROJECT_ID, THIS_WEEK), 'recap', { ...before, recap: words })
  expect(recapRow.fromEntity(row)).toEqual(aPostedRecap())
})
