import type Sqlite from 'better-sqlite3'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { newIdAt } from '../../db/new-id.ts'
import { openForReading, openForWriting } from '../../db/open.ts'
import { rowId } from '../../db/sample/row-id.ts'
import { weekly } from '../../shared/series/rule.ts'
import { addDays, at } from '../../shared/time/civil.ts'
import type { Api } from '../support/test-county.ts'
import { BENCH_NOW } from './big-county.ts'
import { measure } from './measure.ts'
import { openCounty } from './open-county.ts'
import { replay, withRecording } from './recording.ts'
import type { Measured } from './report.ts'
import { measureSeries } from './series-writes.ts'
import { bringingAWorkbookBack } from './workbook-back.ts'

const today = BENCH_NOW.slice(0, 10)
const RUNS = 30
/** So far ahead that every room is free. */
const later = '2031-01-06'

const newId = newIdAt(new Date(BENCH_NOW))
const measured = (
  name: string,
  budget: number | null,
  through: Measured['through'],
  bare: Measured['bare'],
): Measured => ({ name, budget, through, bare, statements: null, scans: [] })

/** What is saved, through the dispatcher to the disk, beside the same rows written bare and as durably. */
export async function measureWrites(folder: string, say: (line: string) => void): Promise<Measured[]> {
  const { api, close } = await openCounty(folder)
  const file = join(folder, 'gather.db')
  const all: Measured[] = []
  const add = (one: Measured) => {
    say(`  ${one.name}`)
    all.push(one)
  }
  add(await openingTheFile(folder))
  add(await savingAMark(api, file))
  add(await savingAReading(api, file))
  add(await bookingARoom(api, file))
  add(await planningAGroup(api, file))
  for (const { name, budget, through } of await measureSeries(api)) add(measured(name, budget, through, null))
  await close()
  add(await writingAWorkbook(folder))
  add(await bringingAWorkbookBack(folder))
  return all
}

async function openingTheFile(folder: string): Promise<Measured> {
  const through = await measure(10, async () => {
    const { close } = await openCounty(folder)
    await close()
  })
  const bare = await measure(10, () => {
    const connection = openForWriting(join(folder, 'gather.db'))
    connection.prepare('SELECT passphrase_hash FROM credential').all()
    connection.close()
  })
  return measured('Open the file and sign in', 2000, through, bare)
}

/** Runs work that writes on a connection of its own, each run a durable transaction. */
async function bareWrites(file: string, write: (connection: Sqlite.Database, run: number) => void) {
  const connection = openForWriting(file)
  const entry =
    connection.prepare(`INSERT INTO audit_entry (id, at, user_name, operation, changes, depth, root_operation, previous_hash, hash)
    VALUES (?, '${BENCH_NOW}', 'Bare', 'bench.bare', 1, 0, 'bench.bare', '', '')`)
  const command = connection.prepare('UPDATE current_command SET id = ?')
  const timing = await measure(RUNS, (run) =>
    connection.transaction(() => {
      const id = newId(rowId)
      command.run(id)
      write(connection, run)
      entry.run(id)
      command.run(null)
    })(),
  )
  connection.close()
  return timing
}

async function savingAMark(api: Api, file: string): Promise<Measured> {
  const [session] = (await api.registers.listBetween({ from: today, to: today })).filter(
    (one) => one.expected > 5,
  )
  if (!session) throw new Error('There is a register to take')
  const { sessionId } = session
  const people = (await api.registers.open({ sessionId })).rows.map((row) => row.personId)
  const turn = (run: number) => ({
    personId: people[run % people.length] ?? people[0],
    code: Math.floor(run / people.length) % 2 ? 'A' : 'P',
  })
  const through = await measure(RUNS, async (run) => {
    const { personId, code } = turn(run)
    if (personId) await api.registers.mark({ sessionId, personId, code })
  })
  const bare = await bareWrites(file, (connection, run) => {
    const { personId, code } = turn(run)
    connection
      .prepare('UPDATE mark SET code = ?, version = version + 1 WHERE session_id = ? AND person_id = ?')
      .run(code, sessionId, personId)
  })
  return measured('Save a mark', 20, through, bare)
}

async function savingAReading(api: Api, file: string): Promise<Measured> {
  const running = (await api.outcomes.overview({})).filter((one) => one.before > 0)
  const { groupId } = running[0] ?? { groupId: '' }
  const { readings } = await api.outcomes.sheet({ groupId })
  const [first] = readings.filter((one) => one.value !== null && one.item > 0)
  if (first === undefined) throw new Error('A running group has readings')
  const { personId, measureId, timePoint, item, completedBy, takenOn } = first
  const through = await measure(
    RUNS,
    (run) =>
    api.outcomes.setReading({ groupId, personId, measureId, timePoint, item, completedBy, value: 1 + (run % 9), takenOn, fallReason: 'Timed' }), // prettier-ignore
  )
  const bare = await bareWrites(file, (connection, run) => {
    connection
      .prepare(
        'UPDATE reading SET value = ?, version = version + 1 WHERE group_id = ? AND person_id = ? AND measure_id = ? AND time_point = ? AND item = ?',
      ) // prettier-ignore
      .run(1 + (run % 9), groupId, personId, measureId, timePoint, item)
  })
  return measured('Save a reading', 20, through, bare)
}

async function bookingARoom(api: Api, file: string): Promise<Measured> {
  const rooms = (await api.buildings.list({}))
    .flatMap((building) => building.rooms)
    .filter((room) => room.partOfId === null)
  const room = rooms[0]
  if (!room) throw new Error('There are rooms')
  const through = await measure(RUNS, (run) => {
    const date = addDays(later, 7 * run)
    return api.bookings.create({
      roomIds: [room.id],
      startsAt: at(date, '10:00'),
      endsAt: at(date, '11:00'),
      purpose: 'partner',
      title: 'Clinic',
    })
  })
  const bare = await bareWrites(file, (connection, run) =>
    insertBooking(connection, room.id, addDays(later, 3000 + run)),
  )
  return measured('Book a room', 100, through, bare)
}

function insertBooking(
  connection: Sqlite.Database,
  room: string,
  date: string,
  session: string | null = null,
): void {
  connection
    .prepare(
      `INSERT INTO booking (id, room_id, session_id, starts_at, ends_at, setup_minutes, cleardown_minutes, held_from, held_until, purpose, title, private, status, own_time, own_room, own_details, version)
       VALUES (?, ?, ?, ?, ?, 0, 0, ?, ?, ?, 'Bare', 0, 'confirmed', 0, 0, 0, 1)`,
    )
    .run(
      newId(rowId),
      room,
      session,
      at(date, '10:00'),
      at(date, '11:00'),
      at(date, '10:00'),
      at(date, '11:00'),
      session ? 'session' : 'partner',
    )
}

/** Ten sessions with their room, each time in the next room of the county. */
async function planningAGroup(api: Api, file: string): Promise<Measured> {
  const [programme] = await api.programmes.list({})
  const rooms = (await api.buildings.list({}))
    .flatMap((building) => building.rooms)
    .filter((room) => room.partOfId === null)
  const staff = (await api.staff.list({})).slice(0, 2).map((one) => one.id)
  const roomAt = (run: number) => rooms[run % rooms.length] ?? rooms[0]
  const through = await measure(RUNS, async (run) => {
    const room = roomAt(run)
    if (!programme || !room) throw new Error('There is a programme and a room')
    const rule = {
      programmeId: programme.id,
      roomId: room.id,
      rule: {
        ...weekly({
          firstDate: '2032-01-05',
          weekday: 1,
          startTime: '10:00',
          endTime: '11:00',
          sessions: 10,
        }),
        skipBankHolidays: false,
      },
      facilitatorIds: staff,
      edits: [],
    }
    await api.groups.plan({ ...rule, name: `Bench ${run}`, publicTitle: 'Bench' })
  })
  const bare = await bareWrites(file, (connection, run) =>
    insertGroup(connection, String(programme?.id), String(roomAt(run)?.id), staff),
  )
  return measured('Plan a group of 10 sessions', 500, through, bare)
}

function insertGroup(
  connection: Sqlite.Database,
  programme: string,
  room: string,
  staff: readonly string[],
): void {
  const [series, group] = [newId(rowId), newId(rowId)]
  const rule = weekly({ firstDate: '2033-01-03', weekday: 1, startTime: '10:00', endTime: '11:00', sessions: 10 }) // prettier-ignore
  connection.prepare('INSERT INTO series VALUES (?, ?)').run(series, JSON.stringify(rule))
  connection
    .prepare(
      `INSERT INTO programme_group (id, programme_id, series_id, name, name_key, public_title, cancelled, version) VALUES (?, ?, ?, 'Bare', 'bare', 'Bare', 0, 1)`,
    )
    .run(group, programme, series)
  for (const one of staff)
    connection.prepare('INSERT INTO group_facilitator VALUES (?, ?, ?)').run(newId(rowId), group, one)
  for (let week = 0; week < 10; week++) {
    const session = newId(rowId)
    const date = addDays('2033-01-03', 7 * week)
    connection
      .prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, 0, NULL, 0, NULL, NULL, 1, ?)')
      .run(session, group, series, at(date, '10:00'), at(date, '11:00'), date)
    insertBooking(connection, room, date, session)
  }
}

async function writingAWorkbook(folder: string): Promise<Measured> {
  const path = join(folder, 'workbook.xlsx')
  const write = async ({ api, choose }: Awaited<ReturnType<typeof openCounty>>) => {
    rmSync(path, { force: true })
    const [session] = await api.registers.listBetween({ from: today, to: today })
    if (session) await api.exports.groupWorkbook({ groupId: session.groupId, grant: choose(path) })
  }
  const statements = await withRecording(async (record) => {
    const county = await openCounty(folder)
    const heard = await record(() => write(county))
    await county.close()
    return heard
  })
  const county = await openCounty(folder)
  const through = await measure(10, () => write(county))
  await county.close()
  const bare = openForReading(join(folder, 'gather.db'))
  const reading = await measure(10, () => replay(bare, statements))
  bare.close()
  return {
    ...measured('Write the workbook of a group', 2000, through, reading),
    statements: statements.length,
  }
}

/** A copy to work on, so that each run of the bench starts from the same county. */
export function copyTo(folder: string, county: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `gather.db${end}`), { force: true })
  copyFileSync(county, join(folder, 'gather.db'))
}
