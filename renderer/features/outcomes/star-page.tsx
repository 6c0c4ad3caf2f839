import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useStatus } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { starAsked, type Star } from '../../../shared/outcomes/star.contract.ts'
import { longDate } from '../../../shared/time/format.ts'
import { StarKey, StarPlot } from './star-plot.tsx'
import { familyWords } from './star-words.ts'
import classes from './star.module.css'

/**
 * A person's first and latest for the family: `#/print/star/:groupId/:personId/:measureId`. The first name only and the
 * public title, and no word that is the service's own: it lies on a kitchen table.
 */
export function StarPage() {
  const query = useQuery(ask('outcomes', 'starPaper', starAsked.parse(useParams())))
  usePrintReady(query.data?.publicTitle ?? 'For the family', query.data !== undefined)
  return <Answer query={query}>{(star) => <Paper star={star} />}</Answer>
}

function Paper({ star }: { star: Star }) {
  const { first, latest, parts, firstName, publicTitle } = star
  const status = useStatus()
  if (first === null) return <main className={classes.paper}>There is nothing to show yet.</main>
  const days = [longDate(first.takenOn), latest && longDate(latest.takenOn)] as const
  return (
    <main className={classes.paper}>
      <h1>{firstName}</h1>
      <p>
        {publicTitle}. {latest === null ? `How things were on ${days[0]}.` : `How things were on ${days[0]}, and on ${days[1]}.`}{' '}
        {parts.every((part) => part.direction === 'higher-is-better') && 'The further out, the better things are going.'}
      </p>
      <StarPlot star={star} words={`The numbers of the table below, for ${firstName}.`} />
      <StarKey first={days[0]} latest={days[1]} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">What we talked about</th>
            <th scope="col">{days[0]}</th>
            {latest && <th scope="col">{days[1]}</th>}
            {latest && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.item}>
              <th scope="row">{part.name}</th>
              <td>{part.first.value ?? ''}</td>
              {latest && <td>{part.latest.value ?? ''}</td>}
              {latest && <td>{familyWords(part)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.quiet}>{status?.sample && 'Sample county: everybody here is invented.'}</p>
    </main>
  )
} // prettier-ignore
