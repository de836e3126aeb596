import {
  inProject,
  projectChosenCard,
  whichProjectCard,
  whichProjectForFileCard,
} from '../../bot/cards/chatCards'
import { ownEverywhereCard } from '../../bot/cards/ownEverywhereCard'
import type { Owed } from '../../bot/domain/mine'
import { TODAY, anActionItem, anIssue } from '../support/builders'
import type { ProjectId } from '../../bot/domain/ids'
import type { Shown } from './shown'
import { shown } from './shown'
import { HEAD, PROJECT, READER, WEEK } from './views'

const OTHERS = ['Data hub', 'Warehouse move', 'HR self-service'].map((name, at) => ({
  id: `project.${at}` as ProjectId,
  name,
  customer: at === 0 ? 'Fabrikam' : 'Contoso',
}))
const PROJECTS = [PROJECT, ...OTHERS]
const MANY = [
  ...PROJECTS,
  ...Array.from({ length: 8 }, (_, at) => ({ ...OTHERS[0]!, customer: `Fabrikam ${at + 1}` })),
]
const FILE = { url: 'https://files.example/issues.xlsx', name: 'issues.xlsx' }

const NOTHING = { project: HEAD, owed: [], card: null }

function owes(item: Parameters<typeof anActionItem>[0]): Owed {
  return { record: 'item', item: anActionItem(item), today: TODAY }
}

/** The 1:1 chat with somebody on several projects. */
export function chatGallery(): readonly Shown[] {
  const [, status] = shown('', { kind: 'reminders', on: false })
  return [
    ['which-project', whichProjectCard(PROJECTS, 'done A-12', READER)],
    ['which-project-alone', whichProjectCard(PROJECTS, null, READER)],
    ['which-project-many', whichProjectCard(MANY, 'mine', READER)],
    [
      'which-project-too-long',
      whichProjectCard(PROJECTS, `action ${'check each price '.repeat(140)}`, READER),
    ],
    ['which-project-file', whichProjectForFileCard(PROJECTS, FILE, READER)],
    ['project-chosen', projectChosenCard(PROJECT, READER)],
    [
      'own-everywhere',
      ownEverywhereCard(
        [
          {
            project: HEAD,
            owed: [owes({ id: 'A-12' }), owes({ id: 'A-15', due: null })],
            card: { week: WEEK.week, items: 2 },
          },
          {
            project: { ...HEAD, ...OTHERS[0]! },
            owed: [{ record: 'issue', issue: anIssue(), today: TODAY }],
            card: null,
          },
        ],
        READER,
      ),
    ],
    ['own-everywhere-nothing', ownEverywhereCard([NOTHING, NOTHING], READER)],
    ['in-project', inProject(status, HEAD.name, READER)],
  ]
}
