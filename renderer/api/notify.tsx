import { notifications } from '@mantine/notifications'
import type { NotificationData } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { ApiError } from './client.ts'

/** Long enough to read it and reach for Undo. */
const SHOWN_FOR = 10_000

/** The words of a failure for the person; anything unforeseen gets one plain sentence. */
export const failureText = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'Something went wrong. It has been logged. Try again.'

/** As many as the frame shows at once: a later one would wait unseen, with its Undo, until one of them is closed. */
export const MOST_SHOWN = 3
let shown: readonly { readonly id: string; readonly failed: boolean }[] = []

/** Shows a notice at once: the oldest makes room for it, one that only says what was done before one that failed. */
function show(notice: NotificationData, failed: boolean): string {
  const oldest = shown.length < MOST_SHOWN ? undefined : (shown.find((one) => !one.failed) ?? shown[0])
  if (oldest !== undefined) unsay(oldest.id)
  const id: string = notifications.show({ ...notice, onClose: ({ id: closed }) => forget(closed ?? id) })
  shown = [...shown, { id, failed }]
  return id
}

function forget(id: string): void {
  shown = shown.filter((one) => one.id !== id)
}

/** Says that something was done. Read out by screen readers without taking the focus. Answers how to close it; with an id others can, too. */
export function notify(message: ReactNode, id?: string): () => void {
  const said = show(
    { message, autoClose: SHOWN_FOR, withBorder: true, ...(id !== undefined && { id }) },
    false,
  )
  return () => unsay(said)
}

/** Stays until it is taken away: what is under way. Answers how. */
export function notifyUnderWay(message: ReactNode): () => void {
  const said = show({ message, autoClose: false, withCloseButton: false, withBorder: true }, true)
  return () => unsay(said)
}

/** Takes a notice away, if it is still there. */
export function unsay(id: string): void {
  notifications.hide(id)
  forget(id)
}

/** Says why something was not done. Stays until it is closed: nobody should have to read fast. */
export function notifyFailure(error: unknown): void {
  // The sign-in screen is already in front and says it better.
  if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') return
  // What somebody stopped did not fail.
  if (error instanceof ApiError && error.code === 'CANCELLED') return void notify(error.message)
  const message = failureText(error)
  show({ title: 'That was not done', message, color: 'danger', autoClose: false, withBorder: true }, true)
}
