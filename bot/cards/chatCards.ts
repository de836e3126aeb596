import type { Project } from '../domain/project'
import { execute } from './actions'
import { card, type Card } from './card'
import { body, buttons, eyebrow, quoted, small, title } from './parts'
import { excerpt, oneLine, plain } from './text'

/** In a channel that was closed and is back: one line, and nobody needs to do anything. */
export function backAgainCard(project: string): Card {
  const words = 'Back in this channel. The week goes on where it was.'
  return card(`${oneLine(project, 80)}: ${words}`, [small(words)])
}

/** For somebody whom the roster does not know. It says nothing of what there is. */
export function outsiderCard(): Card {
  const words = 'I can only help members of this team'
  return card(words, [
    title(words),
    body('Ask an owner of the team to add you, then try again in a few minutes.'),
  ])
}

/** In a 1:1 chat with somebody who was not seen in any project. */
export function noProjectYetCard(): Card {
  const words = "I don't know a project of yours yet"
  return card(words, [
    title(words),
    body('I work in the channel of a project. Mention me there once and I know you here too.'),
    body('No project yet? In its channel, type @Plumbline setup.'),
  ])
}

/** As many as fit before a list is no choice any more; the others are reached from their channels. */
const MOST_PROJECTS = 9

/** What each button can carry: it stands on the card once for each project. */
const LONGEST_CARRIED = 2_000

/** In a 1:1 chat with somebody who is on several projects: choosing one says the sentence again. */
export function whichProjectCard(projects: readonly Project[], said: string): Card {
  const text = said.trim() === '' ? 'help' : said
  if (text.length > LONGEST_CARRIED) return sayItThereCard(text)
  return card('Which project?', [
    title('Which project?'),
    quoted('You wrote', excerpt(text, 3000, 40).lines),
    ...buttons(
      projects
        .slice(0, MOST_PROJECTS)
        .map((project) => execute(oneLine(project.name, 40), 'say', { project: project.id, text })),
    ),
  ])
}

/** In a 1:1 chat, when somebody on several projects sends a file: choosing one takes it there. */
export function whichProjectForFileCard(
  projects: readonly Project[],
  file: { readonly url: string; readonly name: string },
): Card {
  return card('Which project is this file for?', [
    title('Which project is this file for?'),
    quoted('You sent', [oneLine(file.name, 120)]),
    ...buttons(
      projects
        .slice(0, MOST_PROJECTS)
        .map((project) =>
          execute(oneLine(project.name, 40), 'import.fetch', { project: project.id, ...file }),
        ),
    ),
  ])
}

/** In the channel, when the answer is for the asker's eyes. */
export function sentToYourChatCard(project: string): Card {
  const words = 'I sent it to you in our chat'
  return card(words, [eyebrow(plain(project, 80)), body(words, 'none')], 'usual')
}

function sayItThereCard(text: string): Card {
  const words = "Which project? Please say it in that project's channel"
  return card(words, [
    title(words),
    body('You are on several projects, and this is too long to carry along. Nothing was saved.'),
    quoted('You wrote', excerpt(text, 20_000, 400).lines),
  ])
}
