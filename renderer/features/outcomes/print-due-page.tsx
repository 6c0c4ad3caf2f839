import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import { groupId as groupIdSchema } from '../../../shared/ids.ts'
import type { DueOfGroup } from '../../../shared/outcomes/due.contract.ts'
import { timePointLabels } from '../../../shared/outcomes/time-points.ts'
import { fullDate, longDate } from '../../../shared/time/format.ts'
import { PaperFoot } from '../paper/people-sheet.tsx'
import classes from '../paper/people-sheet.module.css'

/** Which forms are still to be collected from whom, on paper: `#/print/due/:groupId`. Names of forms, never the forms. */
export function PrintDuePage() {
  const groupId = groupIdSchema.parse(useParams().groupId)
  const query = useQuery(ask('outcomes', 'duePaper', { groupId }))
  usePrintReady('Measures to collect', query.data !== undefined)
  return <Answer query={query}>{(due) => <Paper due={due} />}</Answer>
}

function Paper({ due }: { due: DueOfGroup }) {
  const today = useToday()
  const rows = due.people.flatMap((person) => person.forms.map((form, at) => ({ person, form, first: at === 0 })))
  return (
    <main className={classes.page}>
      <p className={classes.kind}>{CLASSIFICATION}</p>
      <header className={classes.head}>
        <h1>Measures to collect: {due.publicTitle}</h1>
        <p>
          On {longDate(today)}
          {due.lastDate !== null && `, last session ${fullDate(due.lastDate)}`}
        </p>
      </header>
      {rows.length === 0 && <p>Nothing is to be collected in this group today.</p>}
      {rows.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Form</th>
              <th scope="col">When</th>
              <th scope="col">Done</th>
              <th scope="col">Not done, because</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, form, first }) => (
              <tr key={`${person.personId} ${form.measureId} ${form.timePoint}`}>
                <th scope="row">{first ? person.name : `${person.name} (also)`}</th>
                <td>{form.measureName}</td>
                <td>{timePointLabels[form.timePoint]}</td>
                <td>☐</td>
                <td>&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PaperFoot>
        <p>Destroy this list when everything on it has been entered.</p>
      </PaperFoot>
    </main>
  )
} // prettier-ignore
