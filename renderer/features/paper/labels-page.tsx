import { useQuery } from '@tanstack/react-query'
import type { CSSProperties } from 'react'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { dealLabels, labelSheets, nameSize, toLabelSheet, type LabelSheet } from '../../../shared/exports/paper-labels.rules.ts' // prettier-ignore
import type { NameLabels } from '../../../shared/exports/paper-people.contract.ts'
import classes from './labels.module.css'

/** Name labels, sheet by sheet: `#/print/labels/:sessionId/:sheet/:names/:first`. Nothing but names is on them. */
export function LabelsPage() {
  const { sessionId = '', sheet = '', names = '', first = '' } = useParams()
  const query = useQuery(ask('exports', 'nameLabels', { sessionId, lastNames: names === 'last' }))
  usePrintReady('Name labels', query.data !== undefined, { bare: true })
  return (
    <Answer query={query}>
      {({ labels }) => <Sheets labels={labels} sheet={toLabelSheet(sheet)} first={Number(first)} />}
    </Answer>
  )
}

interface SheetsProps {
  readonly labels: NameLabels['labels']
  readonly sheet: LabelSheet
  readonly first: number
}

function Sheets({ labels, sheet, first }: SheetsProps) {
  const { across, width, height, top, left, gap } = labelSheets[sheet]
  const mm = (length: number) => `${length}mm`
  const grid: CSSProperties = {
    padding: `${mm(top)} ${mm(left)} 0`,
    gridTemplateColumns: `repeat(${across}, ${mm(width)})`,
    gridAutoRows: mm(height),
    columnGap: mm(gap),
  }
  return (
    <main className={classes.page}>
      <h1 className="sr-only">Name labels</h1>
      {dealLabels(labels, sheet, first).map((some, page) => (
        <div key={page} className={classes.sheet} style={grid}>
          {some.map((label, at) => (
            <div key={at} className={classes.label}>
              {label !== null && (
                <>
                  <span style={{ fontSize: `${nameSize(label.firstName, sheet)}pt` }}>{label.firstName}</span>
                  {label.lastName !== null && <small>{label.lastName}</small>}
                </>
              )}
            </div>
          ))}
        </div>
      ))}
    </main>
  )
}
