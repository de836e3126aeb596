import { placeInTeams, tabPath, type Place } from '../../bot/contract/places'

it.each<[string, Place, string, string]>([
  ['the issue log', { page: 'issues' }, '/tab/?project=p%2F1', ''],
  ['the overview', { page: 'overview' }, '/tab/overview?project=p%2F1', 'overview'],
  ['the action items', { page: 'items' }, '/tab/items?project=p%2F1', 'items'],
  ['the recaps', { page: 'recaps' }, '/tab/recaps?project=p%2F1', 'recaps'],
  ['one’s own card', { page: 'mine' }, '/tab/my-card?project=p%2F1', 'my-card'],
  ['an issue', { page: 'record', id: 'I-7' }, '/tab/?project=p%2F1&issue=I-7', 'I-7'],
  ['an action item', { page: 'record', id: 'A-12' }, '/tab/items?project=p%2F1&item=A-12', 'A-12'],
  [
    'a recap',
    { page: 'recap', week: '2026-W47' },
    '/tab/recaps?project=p%2F1&week=2026-W47',
    'recap:2026-W47',
  ],
])('leads to %s', (_, place, path, inTeams) => {
  expect(tabPath('p/1', place)).toBe(path)
  expect(placeInTeams(place)).toBe(inTeams)
})
