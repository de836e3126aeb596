import type { RaisedLine } from '../domain/digest'
import type { RecordId } from '../domain/ids'
import { unbroken } from './text'
import type { Words } from './words/wordsOf'

/** What the lead was told of by itself, as counts and numbers; of who was silent the count alone. */
export function raisedSentence(line: RaisedLine, lead: string, w: Words): string {
  const records = (ids: readonly RecordId[], say: (count: number, ids: readonly string[]) => string) =>
    ids.length > 0 && say(ids.length, ids.map(unbroken))
  const parts = [
    records(line.showStoppers, w.recap.raisedStoppers),
    records(line.blocked, w.recap.raisedBlocked),
    records(line.movedOften, w.recap.raisedMoved),
    line.silent > 0 && w.recap.raisedSilent(line.silent),
  ].filter((part) => part !== false)
  return w.recap.raised(lead, parts)
}
