import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Section } from '../people/section.tsx'
import { count } from '../../../shared/text.ts'
import { dateRange, longDate } from '../../../shared/time/format.ts'
import classes from './star.module.css'

/** Where a person's stars are: on their own page, for those who see outcomes. Nothing where there is none. */
export function PersonStars({ personId }: { personId: PersonId }) {
  const stars = useQuery(ask('outcomes', 'starsOf', { personId }))
  if (stars.data === undefined || stars.data.length === 0) return null
  return (
    <Section title="Outcomes">
      <ul className={classes.list}>
        {stars.data.map((one) => (
          <li key={`${one.groupId} ${one.measureId}`}>
            <a href={`#/stars/${one.groupId}/${personId}/${one.measureId}`}>{one.measureName}</a>,{' '}
            {one.groupName}: {count(one.forms, 'form')},{' '}
            {one.firstOn === one.latestOn ? longDate(one.firstOn) : dateRange(one.firstOn, one.latestOn)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
