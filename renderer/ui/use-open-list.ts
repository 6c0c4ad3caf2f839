import { useState } from 'react'
import type { KeyboardEvent } from 'react'

/** For a field with a list that drops down: `{...useOpenList()}`. Esc closes the list first, and only then what is round it. */
export function useOpenList() {
  const [open, setOpen] = useState(false)
  return {
    onDropdownOpen: () => setOpen(true),
    onDropdownClose: () => setOpen(false),
    onKeyDown: (event: KeyboardEvent) => {
      if (open && event.key === 'Escape') event.stopPropagation()
    },
  }
}
