import type { ReadNotice } from '../flows/sourceOutcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { momentWords } from './dates'
import { safeMarkdown } from './markdown'
import { body, buttons, eyebrow, openUrl, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf } from './words'

/** Asks everybody in the channel to read what changed; edited in place as they say that they have. The same for all. */
export function readNoticeCard({ project, entry, reads, change, today }: ReadNotice, reader: Reader): Card {
  const isLatest = entry.toBeRead === reads.version && entry.state.status === 'standing'
  const isNew = reads.version === 1
  const words = `${oneLine(entry.title, 120)} ${isNew ? 'is new' : 'has changed'}`
  const when = change && momentWords(change.at, project.zone, calendarOf(today, reader))
  const { content } = entry
  const url = content.kind === 'link' ? content.url : null
  const text = content.kind === 'text' ? safeMarkdown(content.text, 1200, 10).lines : []
  return card(`${oneLine(project.name, 80)}: ${words}. Please read it`, [
    eyebrow(`${plain(project.name, 80)} · ${entry.id}`),
    title(plain(words)),
    ...(change && when ? [small(`${plain(change.by.name, 80)}, ${when}`)] : []),
    ...(isLatest
      ? text.map((line) => body(line))
      : [body('It was changed again since. Please read the latest.')]),
    body(countWords(reads), 'medium'),
    ...buttons([
      isLatest && reads.read < reads.of
        ? execute('I have read it', 'entry.read', {
            project: project.id,
            id: entry.id,
            version: reads.version,
          })
        : null,
      openUrl('Open it', url ?? reader.links.tab(project.id, { page: 'record', id: entry.id })),
    ]),
  ])
}

function countWords({ read, of }: ReadNotice['reads']): string {
  if (read >= of) return of === 1 ? 'The one person here has read it.' : `All ${of} have read it.`
  return `${read} of ${of} ${read === 1 ? 'has' : 'have'} read it.`
}
