import type { CardJson } from '../../bot/contract/common'

/** Buttons of a posted recap that still lead somewhere: they show a record. */
const LEADS = new Set(['issue.show', 'item.show'])

/** The very card that was posted, without the buttons that would act: what is frozen changes nothing any more. */
export function frozenCard(card: CardJson): CardJson {
  return withoutActing(card) as CardJson
}

function withoutActing(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !acts(one)).map(withoutActing)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !acts(one))
      .map(([key, one]) => [key, withoutActing(one)]),
  )
}

function acts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  if (value.type === 'Action.Submit') return true
  return value.type === 'Action.Execute' && !('verb' in value && LEADS.has(String(value.verb)))
}
