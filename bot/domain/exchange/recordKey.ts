import { parseRecordId, type ProjectId, type RecordId } from '../ids'
import { textHash } from './textHash'

/** A record that a file of ours names, and the version of it that the file shows. */
export type OurRecord = { readonly id: RecordId; readonly version: number }

/** The mark by which a row of our own file finds its record again: `I-7 v3 1x2y3z`. */
export function recordKey(project: ProjectId, { id, version }: OurRecord): string {
  return `${id} v${version} ${sealOf(project, id, version)}`
}

/** The record that a mark names; nothing for what is no mark, and for a mark of another project. */
export function readRecordKey(text: string, project: ProjectId): OurRecord | undefined {
  const [, number, digits, seal] = /^([AI]-\d+) v(\d{1,9}) (\w+)$/.exec(text.trim()) ?? []
  const id = parseRecordId(number ?? '')
  if (id === undefined || digits === undefined) return undefined
  const version = Number(digits)
  return seal === sealOf(project, id, version) ? { id, version } : undefined
}

/** Keeps numbers of another project's export from being taken for this one's; what a lead may change is no secret. */
function sealOf(project: ProjectId, id: RecordId, version: number): string {
  return textHash(`${project} ${id} ${version}`)
}
