/** Fields and moves get the focus; what can be done at once is done. False where there is no such control. */
export function press(selector: string): boolean {
  const control = document.querySelector<HTMLElement>(selector)
  if (!control) return false
  control.focus()
  if (control.matches('#filter, #bulk-move, [data-copy-link], [data-undo], .pane h2 button')) control.click()
  return true
}

/** Puts the focus on a row once it is drawn: it may be in another place then, or have been out of sight until now. */
export function focusRow(id: string | null, frames = 10): void {
  if (id === null) return
  requestAnimationFrame(() => {
    const row = document.getElementById(`row-${id}`)
    if (row) row.focus()
    else if (frames > 0) focusRow(id, frames - 1)
  })
}
