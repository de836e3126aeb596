import type { WeekId } from '../domain/week'

/** What a recap's page to mail is saved as: "ERP roll-out, week 47.html". Signs that a file's name can't hold fall out. */
export function mailFileName(project: string, week: WeekId): string {
  const name = project
    .replace(/[^\p{L}\p{N}\p{M} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 80)
    .trim()
  return `${name === '' ? 'Recap' : name}, week ${Number(week.slice(-2))}.html`
}
