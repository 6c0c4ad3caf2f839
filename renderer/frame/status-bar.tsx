import { useIsMutating } from '@tanstack/react-query'
import { civilNow, dateOf } from '../../shared/time/civil.ts'
import { clockTime, longDate } from '../../shared/time/format.ts'
import type { Status } from '../../shared/county/county.contract.ts'
import classes from './status-bar.module.css'

/** `Saved 10:42am`, with the date when it was not today. */
export function savedWords(lastSavedAt: string | null, today: string): string {
  if (lastSavedAt === null) return 'Nothing to save yet'
  const local = civilNow(new Date(lastSavedAt))
  const day = dateOf(local) === today ? '' : ` on ${longDate(local)}`
  return `Saved ${clockTime(local)}${day}`
}

/** What keeps a person easy: when it was last saved, whether the county is invented, how the file is kept. */
export function StatusBar({ status }: { status: Status }) {
  const saving = useIsMutating() > 0
  return (
    <footer className={classes.bar}>
      <ul className={classes.facts}>
        <li>{savedWords(status.lastSavedAt, status.today)}</li>
        {status.sample && <li className={classes.sample}>Sample county: the people in it are invented</li>}
        <li>{status.encrypted ? 'File encrypted' : 'File not encrypted'}</li>
      </ul>
      <span className={classes.ready} data-saving={saving}>
        {saving ? 'Saving' : 'Ready'}
      </span>
    </footer>
  )
}
