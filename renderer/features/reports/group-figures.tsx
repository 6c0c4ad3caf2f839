import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Answer } from '../../ui/states.tsx'
import { figureText } from '../../../shared/reports/figure-text.ts'
import type { Figure } from '../../../shared/reports/reports.contract.ts'
import type { GroupId } from '../../../shared/ids.ts'
import classes from './group-figures.module.css'

/** A group's figures, each with its definition: the same as in its workbook. */
export function GroupFigures({ groupId }: { groupId: GroupId }) {
  const mayExport = useMay()('exports.make')
  const summary = useQuery(ask('reports', 'groupSummary', { groupId }))
  return (
    <Answer query={summary}>
      {({ figures, definitionsVersion }) => (
        <section aria-label="Figures of the group">
          <table className={classes.table}>
            <thead className="sr-only">
              <tr>
                <th scope="col">Figure</th>
                <th scope="col">Value</th>
                <th scope="col">Definition</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure) => (
                <Row key={figure.name} figure={figure} />
              ))}
            </tbody>
          </table>
          <p className={classes.quiet}>
            Definitions, version {definitionsVersion}.{mayExport && ' The workbook has the same figures.'}
          </p>
        </section>
      )}
    </Answer>
  )
}

function Row({ figure }: { figure: Figure }) {
  return (
    <tr>
      <th scope="row">{figure.name}</th>
      <td className={classes.value}>
        {figureText(figure)}
        {figure.detail !== null && <span className={classes.detail}>{figure.detail}</span>}
      </td>
      <td className={classes.quiet}>{figure.definition}</td>
    </tr>
  )
}
