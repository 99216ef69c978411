const FOCUSABLE = 'a[href], button:not([disabled]), input, select, textarea, [tabindex]:not([tabindex="-1"])'

/** The parts of the window that F6 walks, in their order on screen. */
function findPanes(): HTMLElement[] {
  const selector =
    'nav[aria-label="Places"], nav[aria-label="Open places"], [data-pane], [data-pane] [data-pane-part], footer'
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((pane) => pane.offsetParent !== null)
}

/** Moves the focus to the first thing of the next pane. */
export function focusNextPane(): void {
  const panes = findPanes()
  const current = panes.findLastIndex((pane) => pane.contains(document.activeElement))
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(current + step) % panes.length]
    const target = pane?.matches('[tabindex="0"]') ? pane : pane?.querySelector<HTMLElement>(FOCUSABLE)
    if (!target) continue
    target.focus()
    return
  }
}
