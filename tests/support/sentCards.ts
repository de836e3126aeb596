/** A button as a client would send it on. */
export type Button = {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

/** All that a person reads on a card, in its order, one line an element. */
export function wordsOn(card: unknown): string {
  return partsOf(card)
    .flatMap((part) => ['text', 'title', 'label', 'value'].map((name) => part[name]))
    .filter((text) => typeof text === 'string')
    .join('\n')
}

/** The buttons of a card that reach the bot. */
export function buttonsOn(card: unknown): readonly Button[] {
  return partsOf(card)
    .filter((part) => part['type'] === 'Action.Execute')
    .map(({ title, verb, data }) => ({
      title: String(title),
      verb: String(verb),
      data: data as Button['data'],
    }))
}

/** What stands in the inputs of a card, by their ids. */
export function inputsOn(card: unknown): Readonly<Record<string, unknown>> {
  const inputs = partsOf(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'))
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]))
}

type Part = Readonly<Record<string, unknown>>

function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf)
  if (typeof value !== 'object' || value === null) return []
  const { data: _, ...shown } = value as Part
  return [value as Part, ...Object.values(shown).flatMap(partsOf)]
}
