import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { Answer } from '../../ui/states.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import { civilNow } from '../../../shared/time/civil.ts'
import { clockTime, shortDate } from '../../../shared/time/format.ts'
import classes from './people.module.css'

/** For managers: who looked at this person, and at what their alert is about. Asked for only when it is opened. */
export function LooksSection({ id }: { id: PersonId }) {
  const [open, setOpen] = useState(false)
  const query = useQuery({ ...ask('people', 'looks', { id }), enabled: open })
  return (
    <details className={classes.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Who looked at this record</summary>
      {open && (
        <Answer query={query}>
          {(looks) => (
            <ul className={classes.list}>
              {looks.length === 0 && <li className={classes.quiet}>Nobody yet.</li>}
              {looks.map((look) => (
                <li key={`${look.at} ${look.who} ${look.label}`}>
                  {look.who}
                  <div className={look.alert ? undefined : classes.quiet}>
                    {look.label}, {instantInWords(look.at)}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Answer>
      )}
    </details>
  )
}

function instantInWords(instant: string): string {
  const local = civilNow(new Date(instant))
  return `${shortDate(local)} at ${clockTime(local)}`
}
