import type { RaisedLine } from '../domain/digest'
import type { RecordId } from '../domain/ids'
import { counted, listed, unbroken } from './text'

/** What the lead was told of by itself, as counts and numbers; of who was silent the count alone. */
export function raisedSentence(line: RaisedLine, lead: string): string {
  const records = (ids: readonly RecordId[], one: string, many: string) =>
    ids.length > 0 && `${counted(ids.length, one, many)} (${listed(ids.map(unbroken))})`
  const parts = [
    records(line.showStoppers, 'show-stopper', 'show-stoppers'),
    records(line.blocked, 'blocked item', 'blocked items'),
    records(line.movedOften, 'item moved often', 'items moved often'),
    line.silent > 0 && `${counted(line.silent, 'owner')} without an answer`,
  ].filter((part) => part !== false)
  return `Raised with ${lead} this week: ${listed(parts)}.`
}
