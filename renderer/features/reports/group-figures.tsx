import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Answer } from '../../ui/states.tsx'
import { figureSections } from '../../../shared/reports/definitions.ts'
import { figureText } from '../../../shared/reports/figure-text.ts'
import type { Figure } from '../../../shared/reports/reports.contract.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { ComingTables } from './coming-tables.tsx'
import { RowsBehind } from './rows-behind.tsx'
import classes from './group-figures.module.css'

/** A group's figures, each with its definition and the rows behind it: the same as in its workbook. */
export function GroupFigures({ groupId }: { groupId: GroupId }) {
  const mayExport = useMay()('exports.make')
  const summary = useQuery(ask('reports', 'groupSummary', { groupId }))
  const [opened, setOpened] = useState<string | null>(null)
  const toggle = (key: string) => setOpened(opened === key ? null : key)
  return (
    <>
      <Answer query={summary}>
        {({ figures, definitionsVersion }) => (
          <section aria-label="Figures of the group">
            {[...Map.groupBy(figures, (figure) => figure.section)].map(([section, some]) => (
              <section key={section} aria-labelledby={`figures-${section}`}>
                <h2 id={`figures-${section}`} className={classes.heading}>
                  {figureSections[section]}
                </h2>
                <table className={classes.table} aria-labelledby={`figures-${section}`}>
                  <thead className="sr-only">
                    <tr>
                      <th scope="col">Figure</th>
                      <th scope="col">Value</th>
                      <th scope="col">Definition</th>
                      <th scope="col">Rows</th>
                    </tr>
                  </thead>
                  <tbody>
                    {some.map((figure) => (
                      <FigureRow
                        key={figure.key}
                        groupId={groupId}
                        figure={figure}
                        open={opened === figure.key}
                        onToggle={() => toggle(figure.key)}
                      />
                    ))}
                  </tbody>
                </table>
              </section>
            ))}
            <p className={classes.quiet}>
              Definitions, version {definitionsVersion}.{mayExport && ' The workbook has the same figures.'}
            </p>
          </section>
        )}
      </Answer>
      <ComingTables groupId={groupId} />
    </>
  )
}

interface FigureRowProps {
  readonly groupId: GroupId
  readonly figure: Figure
  readonly open: boolean
  readonly onToggle: () => void
}

function FigureRow({ groupId, figure, open, onToggle }: FigureRowProps) {
  const any = figure.value !== null && (figure.value !== 0 || figure.unit === 'percent')
  return (
    <>
      <tr>
        <th scope="row">{figure.name}</th>
        <td className={classes.value}>
          {figureText(figure)}
          {figure.detail !== null && <span className={classes.detail}>{figure.detail}</span>}
        </td>
        <td className={classes.quiet}>{figure.definition}</td>
        <td className={classes.rows}>
          {any && (
            <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={open} onClick={onToggle}>
              {open ? 'Close' : 'Rows'}
              <span className="sr-only"> behind {figure.name}</span>
            </Button>
          )}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4} className={classes.behind}>
            <RowsBehind groupId={groupId} figure={figure} />
          </td>
        </tr>
      )}
    </>
  )
}
