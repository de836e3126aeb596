import type { Person } from '../domain/person'
import type { Command } from '../flows/command'
import type { CardActionOf } from './actions'

/** The form of an entry, or an empty one. */
export function entryFormOf({ id, title = '' }: CardActionOf<'source.form'>): Command {
  if (id !== undefined) return { do: 'editEntry', entry: id }
  const nothing = { about: null, content: '', owner: null, reviewDays: null, toBeRead: false }
  return { do: 'addEntry', fields: { title, ...nothing } }
}

/** What was typed into an entry's form. */
export function savedEntry(action: CardActionOf<'entry.save'>, owner: Person | null): Command {
  const { id, title, content, toBeRead, seen, question } = action
  const about = action.about ? action.about : null
  const reviewDays = !/^\d+$/.test(action.reviewDays) ? null : Number(action.reviewDays)
  if (id === undefined) {
    const fields = { title, about, content, owner, reviewDays, toBeRead }
    return { do: 'addEntry', fields, ...(question ? { question } : {}) }
  }
  return {
    do: 'changeEntry',
    entry: id,
    change: {
      kind: 'edit',
      title,
      content,
      toBeRead,
      ...(about ? { about } : {}),
      ...(owner ? { owner } : {}),
      ...(reviewDays === null ? {} : { reviewDays }),
    },
    seen,
    onCard: null,
  }
}
