import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { ApiError } from './client.ts'

/** Long enough to read it and reach for Undo. */
const SHOWN_FOR = 10_000

/** The words of a failure for the person; anything unforeseen gets one plain sentence. */
export const failureText = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Something went wrong. It has been logged. Try again.'

/** Says that something was done. Read out by screen readers without taking the focus. Answers how to close it; with an id others can, too. */
export function notify(message: ReactNode, id?: string): () => void {
  const said = notifications.show({
    message,
    autoClose: SHOWN_FOR,
    withBorder: true,
    ...(id !== undefined && { id }),
  })
  return () => unsay(said)
}

export const unsay = (id: string): void => void notifications.hide(id)

/** Says why something was not done. Stays until it is closed: nobody should have to read fast. */
export function notifyFailure(error: unknown): void {
  // The sign-in screen is already in front and says it better.
  if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') return
  notifications.show({
    title: 'That was not done',
    message: failureText(error),
    color: 'danger',
    autoClose: false,
    withBorder: true,
  })
}
