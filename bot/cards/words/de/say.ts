/*
 * The cards in German: short, as a colleague writes; "Sie" where somebody has to be addressed, better nobody. What
 * they tell to type is English, though German is understood (`teams/commands/germanWords`). The words of the trade, the
 * same as on the tab:
 *
 *   action item      Aufgabe              issue            Problem
 *   issue log        Problemliste         show-stopper     Blockierend
 *   workaround       Mit Umweg            cosmetic         Kosmetisch
 *   recap            Wochenbericht        draft            Entwurf
 *   source of truth  Projektwissen        entry, page      Eintrag
 *   workstream       Teilprojekt          owner            Zuständig
 *   lead             Projektleitung       due              fällig
 *   triage           einordnen            on track         im Plan
 *   off track        nicht im Plan        done             erledigt
 *   blocked          blockiert            snooze           später erinnern
 *   red, amber, green  Rot, Gelb, Grün    go-live          Go-live
 */

const plurals = new Intl.PluralRules('de')
const figures = new Intl.NumberFormat('de')
const all = new Intl.ListFormat('de', { type: 'conjunction' })
const any = new Intl.ListFormat('de', { type: 'disjunction' })

/** The form that goes with a count. */
export function formOf(count: number, one: string, other: string): string {
  return plurals.select(count) === 'one' ? one : other
}

/** "1 Tag", "3 Tage". */
export function zahl(count: number, one: string, other: string): string {
  return `${figure(count)} ${formOf(count, one, other)}`
}

/** "Megan Bowen", "A, B und C"; beyond `most`, "und 4 weitere". */
export function liste(names: readonly string[], most = 8): string {
  if (names.length <= most) return all.format(names)
  const rest = names.length - most
  return all.format([...names.slice(0, most), zahl(rest, 'weiteres', 'weitere')])
}

/** "A oder B". */
export function oder(names: readonly string[]): string {
  return any.format(names)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "12.000". */
export function figure(count: number): string {
  return figures.format(count)
}
