import { dateOf } from '../time/civil.ts'
import { clockTime } from '../time/format.ts'
import { column, date, moment, number, text, yesNo, type Cell, type Sheet } from './sheet.ts'
import type { WorkbookData } from './workbook-data.ts'

/** One row a mark, for filtering and pivoting. Nothing recorded is no row. */
export function attendanceSheet(data: WorkbookData): Sheet {
  return {
    name: 'Attendance',
    columns: [
      column('Date', 12),
      column('Session', 9),
      column('Starts at', 11),
      column('Name', 28),
      column('Mark', 7),
      column('Meaning', 30),
      column('Attended', 10),
      column('Counts as expected', 19),
      column('Register complete', 18),
      column('Marked at', 18),
      column('Marked by', 24),
    ],
    rows: data.sessions.flatMap((session) => rowsOf(data, session)),
    frozenColumns: 0,
  }
}

function rowsOf(data: WorkbookData, session: WorkbookData['sessions'][number]): Cell[][] {
  const marks = new Map(data.marks.filter((m) => m.sessionId === session.id).map((m) => [m.personId, m]))
  return data.people.flatMap((person) => {
    const mark = marks.get(person.personId)
    if (mark === undefined) return []
    const code = data.codes.find((c) => c.code === mark.code)
    return [
      [
        date(dateOf(session.startsAt)),
        number(session.number),
        text(clockTime(session.startsAt)),
        text(person.name),
        text(mark.code),
        text(code?.label ?? null),
        person.volunteer ? text('Volunteer') : yesNo(code?.attended ?? false),
        yesNo((code?.expected ?? false) && !person.volunteer),
        yesNo(session.state === 'complete'),
        moment(mark.markedAt),
        text(mark.markedBy),
      ],
    ]
  })
}
