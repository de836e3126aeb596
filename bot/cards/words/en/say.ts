/** "1 day", "3 days". Plurals that only add an s may be left out. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "Megan Bowen", "Megan Bowen and Adele Vance", "A, B and C"; beyond `most`, "and 4 more". */
export function listed(names: readonly string[], most = 8): string {
  return joined(names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names, 'and')
}

/** "A or B", "A, B or C". */
export function either(names: readonly string[]): string {
  return joined(names, 'or')
}

function joined(names: readonly string[], by: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${by} ${last}`
}

/** "once", "twice", "3 times". */
export function timesWords(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`
}

const ORDINALS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ordinalRule = new Intl.PluralRules('en', { type: 'ordinal' })

/** "1st", "2nd", "23rd". */
export function ordinal(count: number): string {
  return `${count}${ORDINALS[ordinalRule.select(count)] ?? 'th'}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "12,000". */
export function figure(count: number): string {
  return count.toLocaleString('en')
}
