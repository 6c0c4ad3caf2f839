import { dateOf } from '../time/civil.ts'
import { oldCells, type OldData } from './old-cells.ts'
import type { OldLayoutContent } from './old-layout.contract.ts'
import type { OldField } from './old-layout.fields.ts'
import { readSessionHeading, writeSessionHeading } from './session-heading.rules.ts'
import { column, number, text, type Cell, type Sheet } from './sheet.ts'
import type { WorkbookRows } from './workbook-data.ts'

type Session = WorkbookRows['sessions'][number]
type OldColumn = OldLayoutContent['columns'][number]
interface Place {
  readonly heading: string
  readonly field: OldField
  /** Of a column of marks: its session, where the group has as many. */
  readonly session: Session | null
}

/** The group in the layout of its old workbook. */
export function oldSheet(content: OldLayoutContent, data: OldData): Sheet {
  const sessions = data.rows.sessions.filter((one) => one.number !== null)
  const isLong = !content.columns.some((one) => one.field === 'session')
  const places = isLong ? content.columns.map((one) => ({ ...one, session: null })) : placesOf(content.columns, sessions) // prettier-ignore
  const { cellOf, came } = oldCells(content, data)
  const lines = isLong ? longLines(data, sessions) : data.people.map((person) => ({ person, session: null }))
  const rows = lines.map(({ person, session }, at) =>
    places.map((place) => cellOf[place.field]({ person, session: place.session ?? session, nth: at + 1 })),
  )
  return {
    name: content.sheetName,
    above: aboveOf(content, data),
    columns: places.map(({ heading }) => column(heading, Math.min(30, Math.max(6, heading.length + 2)))),
    rows,
    totals: isLong ? [] : belowOf(content, data, places, came),
    frozenColumns: 0,
  }
}

/**
 * The columns with the sessions of this group in those of marks: each headed in the way of its own column, those that
 * are left over kept without a day, and more of them after the last where there are more sessions.
 */
function placesOf(columns: readonly OldColumn[], sessions: readonly Session[]): Place[] {
  const slots = columns.filter((one) => one.field === 'session').length
  let at = 0
  return columns.flatMap((one): Place[] => {
    if (one.field !== 'session') return [{ ...one, session: null }]
    const last = at === slots - 1
    const here = sessions.slice(at, last ? undefined : at + 1)
    const from = at++
    if (here.length === 0) return [headed(one, from + 1, null)]
    return here.map((session, more) => headed(one, from + more + 1, session))
  })
}

function headed({ heading, field }: OldColumn, nth: number, session: Session | null): Place {
  const known = readSessionHeading(heading)
  const day = session === null ? null : dateOf(session.startsAt)
  return { field, session, heading: known === null ? heading : writeSessionHeading(known, nth, day) }
}

/** One row for each mark, in the order of the sessions. */
function longLines({ rows, people }: OldData, sessions: readonly Session[]) {
  const marked = new Set(rows.marks.map((mark) => `${mark.sessionId} ${mark.personId}`))
  return sessions.flatMap((session) =>
    people
      .filter((person) => marked.has(`${session.id} ${person.personId}`))
      .map((person) => ({ person, session })),
  )
}

/** The rows above the headings: words as they were, and what is of the group from this group. */
function aboveOf({ above, headerRow }: OldLayoutContent, data: OldData): Cell[][] {
  const values = {
    title: data.title,
    programme: data.programme,
    building: data.building,
    facilitators: data.facilitators.join(' / ') || null,
    blank: null,
  }
  return Array.from({ length: headerRow - 1 }, (_, at) => {
    const here = above.filter((one) => one.row === at + 1)
    const width = Math.max(0, ...here.map((one) => one.column))
    return Array.from({ length: width }, (__, column) => {
      const cell = here.find((one) => one.column === column + 1)
      if (cell === undefined) return null
      return text(cell.what === 'words' ? cell.words : values[cell.what])
    })
  })
}

function belowOf(
  { below }: OldLayoutContent,
  data: OldData,
  places: readonly Place[],
  came: (session: Session) => number,
): Cell[][] {
  // prettier-ignore
  return below
    .filter((line) => line.what !== 'blank')
    .map((line) =>
      places.map((place, at): Cell => {
        if (line.what === 'staff') return at === line.column - 1 ? text(`${line.words} ${data.facilitators.join(', ')}`.trim()) : null // prettier-ignore
        if (at === line.column - 1) return text(line.words)
        return place.session?.state === 'complete' ? number(came(place.session)) : null
      }),
    )
}
