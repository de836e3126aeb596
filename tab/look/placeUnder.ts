/** What a popover takes at most, with its distance to the window's edge. */
const USUAL_ROOM = 568

/** Where a window has less than this under the button, e.g. because it is magnified, the popover covers the button. */
const LEAST_HEIGHT = 248

/** Puts what a button opens right under it, and inside the window. */
export function placeUnder(
  button: HTMLElement | null,
  popover: HTMLElement | null,
  room: number = USUAL_ROOM,
): void {
  if (!button || !popover) return
  const { left, right, bottom } = button.getBoundingClientRect()
  const start = button.matches(':dir(rtl)') ? innerWidth - right : left
  const top = Math.max(8, Math.min(bottom + 4, innerHeight - LEAST_HEIGHT))
  popover.style.top = `${top}px`
  popover.style.maxHeight = `${innerHeight - top - 8}px`
  popover.style.insetInlineStart = `${Math.max(8, Math.min(start, innerWidth - room))}px`
}
