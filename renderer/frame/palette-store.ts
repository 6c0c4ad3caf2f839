import { createSpotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'

/** The palette's state, and how to open it from anywhere. */
export const [paletteStore, palette] = createSpotlight()

const list = () => document.getElementById(paletteStore.getState().listId)

function selectFirst(): void {
  list()?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list()?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}

/**
 * Selects the first line again when what was found arrives: Mantine does so only while typing, and Enter would then
 * do whatever stood first before. Answers the words of the selected line, for screen readers: it is not focused.
 */
export function usePaletteSelection(found: string): { words: string; readSoon: () => void } {
  const [words, setWords] = useState('')
  const read = () => setWords(list()?.querySelector('[data-selected]')?.textContent ?? '')
  useEffect(() => {
    if (found !== '') selectFirst()
    const soon = setTimeout(read, 0)
    return () => clearTimeout(soon)
  }, [found])
  // After Mantine has moved the selection, which it does in the same key press.
  return { words, readSoon: () => void setTimeout(read, 0) }
}
