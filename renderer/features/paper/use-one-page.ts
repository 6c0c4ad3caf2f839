import { useLayoutEffect, useRef } from 'react'

/** Sizes of the letters to try, in points, largest first. Under the last nobody could read it at arm's length. */
export interface Sizes {
  readonly largest: number
  readonly smallest: number
}

const STEP = 0.25
const MM = 96 / 25.4
/** The space above and below each line of a table, in em, widest first: what a page has left over is room to write in. */
const airs = [0.8, 0.7, 0.6, 0.5, 0.4, 0.32, 0.25] as const

/**
 * Makes the letters of a sheet as large as the height and the width of one page allow, and no smaller than can be read:
 * then it goes on over the page. Everything in the sheet is measured in `em`. `height` is what the page has, in millimetres.
 */
export function useOnePage<E extends HTMLElement>(height: number, { largest, smallest }: Sizes) {
  const sheet = useRef<E>(null)
  useLayoutEffect(() => {
    const fit = () => {
      const page = sheet.current
      if (page === null) return
      const fits = () => page.scrollHeight <= height * MM && page.scrollWidth <= page.clientWidth
      page.style.setProperty('--air', `${airs.at(-1)}em`)
      for (let size = largest; size >= smallest; size -= STEP) {
        page.style.fontSize = `${size}pt`
        if (fits()) break
      }
      for (const air of airs) {
        page.style.setProperty('--air', `${air}em`)
        if (fits()) return
      }
    }
    fit()
    // Measured again with the letters it is printed in: before the page says that it is ready.
    void document.fonts.ready.then(fit)
  })
  return sheet
}
