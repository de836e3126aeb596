export type Theme = 'default' | 'dark' | 'contrast'

/** What surrounds the tab: Teams, or a browser window in local mode. All of it but the token is a hint, never proof. */
export type Host = {
  readonly kind: 'teams' | 'browser'
  /** The channel that the tab stands in. */
  readonly channel: string | null
  /** The record or page that a link asked for, e.g. `I-7` or `recap:2026-W47`. */
  readonly place: string | null
  /** A token for the service. `fresh`: the last one was refused. */
  token(fresh: boolean): Promise<string>
  onTheme(show: (theme: Theme) => void): void
  /** Tells the host that there is something to see. */
  shown(): void
  /** A link to this record that works for others. */
  linkTo(path: string, place: string, label: string): string
}

export function asTheme(text: string | null | undefined): Theme | null {
  return text === 'default' || text === 'dark' || text === 'contrast' ? text : null
}
