import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { SavedReportsList } from './saved-reports.tsx'
import classes from './reports.module.css'

/** The gallery: every report by the question it answers: `#/reports`. */
export function ReportsScreen() {
  const may = useMay()
  const offered = useQuery(ask('reports', 'list', {}))
  return (
    <Page title="Reports" sentence="Choose a question. Each opens to one finding, its numbers and what they mean.">
      <Answer query={offered}>
        {(reports) => (
          <ul className={classes.gallery} aria-label="Questions">
            {reports
              .filter((one) => one.may)
              .map((one) => (
                <Question key={one.key} to={`/reports/${one.key}`} question={one.question} line={one.line} />
              ))}
            <Question
              to="/reports/buildings-now"
              question="Which rooms stand empty?"
              line="Rooms never booked or half empty, month by month, as the buildings stand now."
            />
            {may('exports.make') && (
              <Question
                to="/reports/files"
                question="Which files can I take, and is this one as it was made?"
                line="The county in one workbook, tables for analysts, files that were made, and a check of any of them."
              />
            )}
            {may('exports.county') && (
              <Question
                to="/reports/handover"
                question="What goes over to Synergy and Mosaic?"
                line="Rows in columns of your own, for another system of the council to read in."
              />
            )}
          </ul>
        )}
      </Answer>
      {may('reports.view') ? (
        <SavedReportsList />
      ) : (
        <p className={classes.quiet}>Reports about people are open to facilitators and managers.</p>
      )}
    </Page>
  )
} // prettier-ignore

function Question({ to, question, line }: { to: string; question: string; line: string }) {
  return (
    <li>
      <Link to={to} className={classes.question}>
        <strong>{question}</strong>
        <span>{line}</span>
      </Link>
    </li>
  )
}
