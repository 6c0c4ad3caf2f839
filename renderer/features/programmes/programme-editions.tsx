import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { Edition, Programme } from '../../../shared/programmes/programmes.contract.ts'
import { count } from '../../../shared/text.ts'
import { longDate } from '../../../shared/time/format.ts'
import classes from './programmes.module.css'

/** How it stood before each change, so that somebody can say what an older group was planned by. */
export function ProgrammeEditions({ programme }: { programme: Programme }) {
  const editions = useQuery(ask('programmes', 'editions', { id: programme.id })).data ?? []
  if (editions.length === 0) return null
  return (
    <details className={classes.fieldset}>
      <summary>{count(editions.length, 'earlier edition')}</summary>
      <ul className={classes.editions}>
        {editions.map((edition) => (
          <li key={edition.number}>
            <strong>Until {longDate(edition.untilDate)}</strong>: {inWords(edition)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function inWords({ content }: Edition): string {
  const length = content.sessions.length > 0 ? content.sessions.map((one) => one.title).join('; ') : null
  return [
    content.name,
    length ?? (content.usualSessions === null ? null : count(content.usualSessions, 'session')),
    content.completeAt === null ? null : `completed by ${count(content.completeAt, 'session')}`,
    content.usualPlaces === null ? null : count(content.usualPlaces, 'place'),
  ]
    .filter((part) => part !== null)
    .join(', ')
}
