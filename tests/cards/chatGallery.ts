import {
  inProject,
  projectChosenCard,
  whichProjectCard,
  whichProjectForFileCard,
} from '../../bot/cards/chatCards'
import type { ProjectId } from '../../bot/domain/ids'
import type { Shown } from './shown'
import { shown } from './shown'
import { HEAD, PROJECT, READER } from './views'

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
    ['in-project', inProject(status, HEAD.name, READER)],
  ]
}
