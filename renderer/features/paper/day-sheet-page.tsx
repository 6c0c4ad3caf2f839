import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { usePrintReady } from '../../ui/print-ready.ts'
import { Answer } from '../../ui/states.tsx'
import { CLASSIFICATION } from '../../../shared/classification.ts'
import type { DaySheet, DaySheetLine } from '../../../shared/exports/paper.contract.ts'
import { buildingId } from '../../../shared/ids.ts'
import { fullDate, longDate, timeRange } from '../../../shared/time/format.ts'
import { closedInWords, heldInWords, openInWords } from './day-words.ts'
import { halfOf } from './places.ts'
import { Sheet } from './sheet.tsx'
import { useOnePage } from './use-one-page.ts'
import classes from './paper.module.css'

/** The day of a building, or of each of several: `#/print/day-sheet/:date/:place`. A page each. */
export function DaySheetPage() {
  const { date = '', place = '' } = useParams()
  const asked = { date, buildingId: buildingId.safeParse(place).data ?? null, half: halfOf(place) }
  const query = useQuery(ask('exports', 'daySheets', asked))
  usePrintReady(`Day sheet, ${longDate(date)}`, query.data !== undefined)
  return (
    <Answer query={query}>
      {(sheets) => (
        <main className={classes.pages}>
          {sheets.map((sheet) => (
            <Page key={sheet.buildingId} sheet={sheet} />
          ))}
        </main>
      )}
    </Answer>
  )
}

function Page({ sheet }: { sheet: DaySheet }) {
  const sheetRef = useOnePage<HTMLElement>(263, { largest: 12, smallest: 6.5 })
  const about = [sheet.address, sheet.phone, openInWords(sheet)].filter((part) => part !== null)
  return (
    <Sheet
      classification={CLASSIFICATION}
      kind="Day sheet"
      title={sheet.buildingName}
      period={fullDate(sheet.date)}
      about={about.join(' · ')}
      sheetRef={sheetRef}
    >
      <Notices sheet={sheet} />
      {sheet.lines.length === 0 ? (
        <p className={classes.none}>Nothing is booked.</p>
      ) : (
        <Lines sheet={sheet} />
      )}
      <div className={classes.after}>
        {sheet.lines.length > 0 && sheet.unused.length > 0 && (
          <p>
            <strong>Nothing listed:</strong> {sheet.unused.join('; ')}
          </p>
        )}
        {sheet.ways.map(({ where, words }) => (
          <p key={where}>
            <strong>Way in, {where === 'Building' ? 'building' : where}:</strong> {words}
          </p>
        ))}
      </div>
    </Sheet>
  )
}

/** What is not as on other days, before anything else. */
function Notices({ sheet }: { sheet: DaySheet }) {
  const changed = sheet.hoursReason === null ? null : openInWords(sheet)
  const closed = sheet.closures.map((closure) => closedInWords(closure, sheet.date))
  const notices = [...(changed === null ? [] : [`Other hours today. ${changed}`]), ...closed]
  if (notices.length === 0) return null
  return (
    <ul className={classes.notices}>
      {notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  )
}

function Lines({ sheet }: { sheet: DaySheet }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Room</th>
          <th scope="col">What</th>
          <th scope="col">Led by</th>
          <th scope="col">People</th>
          <th scope="col">Layout</th>
          <th scope="col">Access</th>
          <th scope="col">Set-up to clear‑down</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map((line) => (
          <Line key={line.bookingId} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line }: { line: DaySheetLine }) {
  const said = [
    ...(line.uncertain === null ? [] : [line.uncertain]),
    ...(line.although ? ['although closed'] : []),
  ]
  return (
    <tr data-uncertain={line.uncertain !== null}>
      <td className={classes.time}>{timeRange(line.startsAt, line.endsAt)}</td>
      <td>{line.rooms}</td>
      <th scope="row">
        {line.title}
        {said.length > 0 && <em> ({said.join(', ')})</em>}
      </th>
      <td>{line.lead ?? ''}</td>
      <td className={classes.number}>{line.people ?? ''}</td>
      <td>{line.layout ?? ''}</td>
      <td>{line.access ?? ''}</td>
      <td className={classes.time}>{heldInWords(line)}</td>
    </tr>
  )
}
