import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { EmptyState, Answer } from '../../ui/states.tsx'
import { usePrintReady } from '../../ui/print-ready.ts'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import { recordAsked } from '../../../shared/exports/record.contract.ts'
import type { PersonRecord, RecordAsked, RecordSection } from '../../../shared/exports/record.contract.ts'
import { recordAskerLabels, WITHHELD } from '../../../shared/exports/record.rules.ts'
import { clockTime, longDate, shortDate } from '../../../shared/time/format.ts'
import { PaperFoot } from './people-sheet.tsx'
import sheet from './people-sheet.module.css'
import classes from './record.module.css'

/** What was asked, from the address; null when it cannot be read. */
function askedOf(address: string): RecordAsked | null {
  try {
    return recordAsked.parse(JSON.parse(decodeURIComponent(address)))
  } catch {
    return null
  }
}

/** A person's record on paper: `#/print/record/:asked`. The parts and rows of its workbook. */
export function RecordPage() {
  const { asked: address = '' } = useParams()
  const asked = askedOf(address)
  return asked === null ? (
    <EmptyState action={<a href="#/people">Go to People</a>}>
      This record cannot be made again from here.
    </EmptyState>
  ) : (
    <Record asked={asked} />
  )
}

function Record({ asked }: { asked: RecordAsked }) {
  const query = useQuery(ask('exports', 'personRecord', asked))
  usePrintReady('Record of a person', query.data !== undefined)
  return <Answer query={query}>{(record) => <Paper record={record} />}</Answer>
}

function Paper({ record }: { record: PersonRecord }) {
  return (
    <main className={sheet.page}>
      <p>{CLASSIFICATION}</p>
      <header className={sheet.head}>
        <p className={sheet.kind}>What is kept about</p>
        <h1>{record.name}</h1>
        <p>
          As it stood on {longDate(record.on)} · Asked for by: {recordAskerLabels[record.askedBy]}
        </p>
      </header>
      {record.sections.map((section) => (
        <Part key={section.part} section={section} />
      ))}
      <section className={classes.part}>
        <h2>Left out</h2>
        {record.leftOut.map(({ title, reason }) => (
          <p key={title}>
            <strong>{title}.</strong> {reason}
          </p>
        ))}
        <p>{WITHHELD}</p>
      </section>
      <PaperFoot />
    </main>
  )
}

function Part({ section: { title, columns, rows } }: { section: RecordSection }) {
  return (
    <section className={classes.part}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>Nothing is kept.</p>
      ) : (
        <table className={sheet.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.heading} scope="col">
                  {column.heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {row.map((value, column) => (
                  <td key={columns[column]?.heading}>{shown(columns[column]?.kind ?? 'text', value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function shown(kind: RecordSection['columns'][number]['kind'], value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (kind === 'date') return shortDate(value)
  return kind === 'moment' ? `${shortDate(value)}, ${clockTime(value)}` : value
}
