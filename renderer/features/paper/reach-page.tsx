import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import { enrolmentStatusLabels } from '../../../shared/enrolments/enrolments.contract.ts'
import { reachAsked, type ReachAsked, type ReachList } from '../../../shared/exports/paper-people.contract.ts'
import { reachToLabels, reachWayLabels } from '../../../shared/exports/paper-reach.rules.ts'
import { longDate } from '../../../shared/time/format.ts'
import { PaperFoot } from './people-sheet.tsx'
import classes from './people-sheet.module.css'

/** Whom of a group to write to or to text, on paper: `#/print/reach/:groupId/:way/:status`. */
export function ReachPage() {
  const { groupId, way, status } = useParams()
  const asked = reachAsked.parse({ groupId, way, status })
  const query = useQuery(ask('exports', 'reachList', asked))
  usePrintReady(reachWayLabels[asked.way], query.data !== undefined)
  return <Answer query={query}>{(list) => <Paper list={list} asked={asked} />}</Answer>
}

function Paper({ list, asked }: { list: ReachList; asked: ReachAsked }) {
  const today = useToday()
  const reached = list.rows.filter((row) => row.to !== null)
  const leftOut = list.rows.filter((row) => row.to === null)
  return (
    <main className={classes.page}>
      <p className={classes.kind}>{CLASSIFICATION}</p>
      <header className={classes.head}>
        <h1>
          {reachWayLabels[asked.way]}: {list.publicTitle}
        </h1>
        <p>
          {enrolmentStatusLabels[asked.status]} on {longDate(today)}
        </p>
      </header>
      {reached.length === 0 && <p>There is nobody for whom this is safe.</p>}
      {reached.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Goes to</th>
              <th scope="col">{reachToLabels[asked.way]}</th>
              <th scope="col" className={classes.time}>
                Done
              </th>
            </tr>
          </thead>
          <tbody>
            {reached.map((row, at) => (
              <tr key={`${row.name} ${at}`}>
                <th scope="row">{row.name}</th>
                <td>{row.toName === row.name ? '' : row.toName}</td>
                <td>{row.to}</td>
                <td>&nbsp;</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {leftOut.length > 0 && <LeftOut rows={leftOut} />}
      <PaperFoot>
        <p>Destroy this list when everybody on it has been written to.</p>
      </PaperFoot>
    </main>
  )
}

function LeftOut({ rows }: { rows: ReachList['rows'] }) {
  return (
    <section className={classes.session}>
      <h2>Left out</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${row.name} ${at}`}>
              <th scope="row">{row.name}</th>
              <td>{row.leftOutBecause}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
