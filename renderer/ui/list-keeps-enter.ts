import type { KeyboardEvent } from 'react'

/**
 * For a form with fields whose lists drop down: `<form onKeyDown={listKeepsEnter}>`. Enter in an open list chooses from
 * it, or does nothing where nothing fits what was typed; it never sends the form. Where the words typed are an answer
 * themselves (`data-own-words`), Enter with nothing chosen from the list sends them.
 */
export function listKeepsEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  if (event.target.dataset.ownWords !== undefined) return
  if (event.target.getAttribute('aria-expanded') === 'true') event.preventDefault()
}
