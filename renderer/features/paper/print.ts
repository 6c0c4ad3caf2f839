import { native } from '../../api/native.ts'
import { notify, notifyFailure } from '../../api/notify.tsx'
import { notifySaved } from '../exports/notify-saved.tsx'

/** A print page of the program, and what a file of it is called. */
export interface Paper {
  /** `/print/…` */
  readonly route: string
  readonly fileName: string
}

/** Prints by the system's own dialog. Answers whether it went to the printer. */
export async function printPaper({ route }: Paper): Promise<boolean> {
  const { done } = await native('print', { route })
  if (done) notify('Sent to the printer')
  return done
}

/** Keeps it as a PDF where the person says. Answers whether they said. */
export async function savePaper({ route, fileName }: Paper): Promise<boolean> {
  const filters = [{ name: 'PDF', extensions: ['pdf'] }]
  const place = await native('saveFile', { title: 'Save as PDF', suggestedName: fileName, filters })
  if (place === null) return false
  await native('print', { route, pdf: place.grant })
  notifySaved(place)
  return true
}

/** Starts it from a menu: what goes wrong is said, and nothing waits for it. */
export const start = (work: Promise<unknown>): void => void work.catch(notifyFailure)
