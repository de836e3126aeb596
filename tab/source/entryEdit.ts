import type { EntryChangeJson, EntryDetail, NewEntry } from '../../bot/contract/source'

/** What the form asks for, as typed; null where the usual is wanted. */
export type Typed = NewEntry

/** Only what differs from the entry that the form was opened with; null when nothing does. */
export function editOf(entry: EntryDetail, typed: Typed): EntryChangeJson | null {
  const { title, kind, content, owner, reviewDays, toBeRead } = typed
  const change = {
    ...(title === entry.title ? {} : { title }),
    ...(kind === null || kind === entry.kind ? {} : { about: kind }),
    ...(content === contentText(entry).trim() ? {} : { content }),
    ...(owner === null || owner === entry.owner?.id ? {} : { owner }),
    ...(reviewDays === null || reviewDays === entry.reviewDays ? {} : { reviewDays }),
    ...(toBeRead ? { toBeRead } : {}),
  }
  return Object.keys(change).length === 0 ? null : { kind: 'edit', ...change }
}

/** What stands, as one types it. */
export function contentText({ content }: EntryDetail): string {
  return content.kind === 'text' ? content.text : content.kind === 'link' ? content.url : ''
}
