/** Puts the focus on the next pane of the window: rail, top bar, screen, side panel. F6, as in Windows. */
export function moveToNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const now = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(now + step + panes.length) % panes.length]
  const first = next?.querySelector<HTMLElement>('a[href], button:not(:disabled), input:not(:disabled)')
  ;(first ?? next)?.focus()
}
