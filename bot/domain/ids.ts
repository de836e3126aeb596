/** Nominal typing for strings that must not be mixed up. */
declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** Entra tenant id, as the verified token or activity gave it. Opaque: never parsed. */
export type TenantId = Brand<string, 'TenantId'>
/** Teams team id (`team.id` of an activity). Opaque. */
export type TeamId = Brand<string, 'TeamId'>
/** Entra group id of a team (`aadGroupId`): by it Microsoft Graph knows the team, which the team's own id does not tell. */
export type GroupId = Brand<string, 'GroupId'>
/** Teams channel id. Opaque; General's equals its team's id. */
export type ChannelId = Brand<string, 'ChannelId'>
/** Our own key of a project: tenant and channel, encoded. Opaque outside `storage`. */
export type ProjectId = Brand<string, 'ProjectId'>
/** Entra object id of a person: the only key under which a person is known. */
export type PersonId = Brand<string, 'PersonId'>
/** Key of a workstream inside its project, made once from its first name. */
export type WorkstreamId = Brand<string, 'WorkstreamId'>

/** Number of an action item inside its project, e.g. `A-12`. */
export type ItemId = `A-${number}`
/** Number of an issue inside its project, e.g. `I-7`. */
export type IssueId = `I-${number}`
export type RecordId = ItemId | IssueId
/** Number of an entry of the source of truth, e.g. `S-3`; the usual ten have the first ten numbers in every project. */
export type EntryId = `S-${number}`
/** Key of an open question: the words that it is about, so that the same question is one record. */
export type QuestionId = Brand<string, 'QuestionId'>

const RECORD_ID = /^\s*([ai])\s*[-‑–—_]?\s*0*([1-9]\d{0,6})\s*$/i

/** Reads `A-12`, `a12`, `i - 7`; `undefined` for anything else. */
export function parseRecordId(text: string): RecordId | undefined {
  const match = RECORD_ID.exec(text)
  if (!match) return undefined
  const number = Number(match[2])
  return match[1]?.toLowerCase() === 'a' ? `A-${number}` : `I-${number}`
}

const ENTRY_ID = /^\s*s\s*[-‑–—_]?\s*0*([1-9]\d{0,6})\s*$/i

/** Reads `S-3`, `s3`, `s - 3`; `undefined` for anything else. */
export function parseEntryId(text: string): EntryId | undefined {
  const number = ENTRY_ID.exec(text)?.[1]
  return number === undefined ? undefined : `S-${Number(number)}`
}

export function isItemId(id: string): id is ItemId {
  return id.startsWith('A-')
}

export function isIssueId(id: string): id is IssueId {
  return id.startsWith('I-')
}

export function isEntryId(id: string): id is EntryId {
  return id.startsWith('S-')
}

/** The numeric part: 12 of `A-12`. */
export function numberOf(id: RecordId | EntryId): number {
  return Number(id.slice(2))
}
