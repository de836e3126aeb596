/** Puts what a button opens right under it, and inside the window. */
export function placeUnder(button: HTMLElement | null, popover: HTMLElement | null): void {
  if (!button || !popover) return
  const { left, bottom } = button.getBoundingClientRect()
  popover.style.top = `${bottom + 4}px`
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - 568))}px`
}
