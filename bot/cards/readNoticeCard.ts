import type { ReadNotice } from '../flows/sourceOutcome'
import { execute } from './actions'
import { card, type Card } from './card'
import { momentWords } from './dates'
import { safeMarkdown } from './markdown'
import { body, buttons, eyebrow, openUrl, small, title } from './parts'
import type { Reader } from './reader'
import { oneLine, plain } from './text'
import { calendarOf } from './words'
import { wordsOf, type Words } from './words/wordsOf'

/** Asks everybody in the channel to read what changed; edited in place as they say that they have. The same for all. */
export function readNoticeCard({ project, entry, reads, change, today }: ReadNotice, reader: Reader): Card {
  const w = wordsOf(reader)
  const isLatest = entry.toBeRead === reads.version && entry.state.status === 'standing'
  const isNew = reads.version === 1
  const words = isNew
    ? w.source.isNew(oneLine(entry.title, 120))
    : w.source.hasChanged(oneLine(entry.title, 120))
  const when = change && momentWords(change.at, project.zone, calendarOf(today, reader))
  const { content } = entry
  const url = content.kind === 'link' ? content.url : null
  const text = content.kind === 'text' ? safeMarkdown(content.text, 1200, 10).lines : []
  return card(`${oneLine(project.name, 80)}: ${w.source.pleaseRead(words)}`, [
    eyebrow(`${plain(project.name, 80)} · ${entry.id}`),
    title(plain(words)),
    ...(change && when ? [small(`${plain(change.by.name, 80)}, ${when}`)] : []),
    ...(isLatest ? text.map((line) => body(line)) : [body(w.source.changedAgain)]),
    body(countWords(reads, w), 'medium'),
    ...buttons([
      isLatest && reads.read < reads.of
        ? execute(w.source.haveRead, 'entry.read', {
            project: project.id,
            id: entry.id,
            version: reads.version,
          })
        : null,
      openUrl(w.source.openIt, url ?? reader.links.tab(project.id, { page: 'record', id: entry.id })),
    ]),
  ])
}

function countWords({ read, of }: ReadNotice['reads'], w: Words): string {
  if (read >= of) return w.source.allRead(of)
  return w.source.someRead(read, of)
}
