import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../../db/context.ts'
import { makeCounty } from '../../db/county/make-county.ts'
import { newIdAt } from '../../db/new-id.ts'
import { writeFeedback } from '../../db/sample/feedback.ts'
import { inventCounty } from '../../db/sample/invent-county.ts'
import type { InventedCounty, InventedGroup, Row, Sizes } from '../../db/sample/invented.ts'
import { readReference } from '../../db/sample/reference.ts'
import { insertAll, writeGroups, writePlacesAndPeople } from '../../db/sample/write-county.ts'
import { openStore, type Store, type Tx } from '../../db/store.ts'
import { hashPassphrase } from '../../db/users/passphrase.ts'
import { root } from '../../scripts/lib/project.mjs'
import { commandId } from '../../shared/ids.ts'
import { writeWeeklyCounts } from './weekly-counts.ts'

/** The day on which the county is looked at: a Monday in term. */
export const BENCH_NOW = '2026-11-23T09:00:00.000Z'
export const BENCH_USER = { name: 'Bench Administrator', passphrase: 'three plain words' }

/** Ten years of 21 buildings: at least 250,000 marks, 120,000 bookings and 35,000 people. */
const sizes: Sizes = {
  buildings: 21,
  staff: 60,
  people: 35_000,
  groups: { finished: 3_600, running: 90, planned: 40 },
  meetingToday: 18,
  weeksBack: 494,
  otherBookings: 92_000,
  otherBookingWeeks: { back: 516, on: 6 },
  seed: 20_261_123,
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name))

/** Changes when the schema or the way the county is made does, so that an old one is never measured. */
function fingerprint(): string {
  const files = ['db/sample', 'db/migrations', 'db/county'].flatMap(filesIn)
  const hash = createHash('sha256')
  for (const file of [...files, join(root, 'db/journal.ts'), import.meta.filename].toSorted())
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

/** The path of the big county's file, which is made the first time: some minutes, with lines that say how far it is. */
export async function bigCounty(say: (line: string) => void): Promise<string> {
  const folder = join(root, '.cache', 'bench', fingerprint())
  const file = join(folder, 'county.db')
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  const unfinished = join(folder, 'unfinished.db')
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  const store = openStore(unfinished)
  try {
    await fill(store, say)
  } finally {
    await store.close()
  }
  renameSync(unfinished, file)
  removeOlder(join(root, '.cache', 'bench'), folder)
  return file
}

/** Counties of earlier versions of the program, each most of a gigabyte. */
function removeOlder(all: string, kept: string): void {
  for (const entry of readdirSync(all, { withFileTypes: true }))
    if (/^[0-9a-f]{16}$/.test(entry.name) && join(all, entry.name) !== kept)
      rmSync(join(all, entry.name), { recursive: true })
}

async function fill(store: Store, say: (line: string) => void): Promise<void> {
  const now = new Date(BENCH_NOW)
  const passphraseHash = await hashPassphrase(BENCH_USER.passphrase)
  const actor = await makeCounty(
    store,
    { name: BENCH_USER.name, passphraseHash, contents: 'empty' },
    new Date('2016-08-01T08:00:00.000Z'),
  )
  const reference = await readReference(store.reader)
  if (reference === null) throw new Error('There are no mark codes to mark with')
  say('Inventing ten years …')
  const county = inventCounty({
    sizes,
    actor,
    today: BENCH_NOW.slice(0, 10),
    newId: newIdAt(new Date('2016-08-01T08:00:00.000Z')),
    reference,
  })
  say(`Writing ${describe(county)} …`)
  const write = writerFor(store, actor, now)
  await write('people.import', BENCH_NOW, (tx) => writePlacesAndPeople(tx, county))
  await writeBookings(county, write)
  await writeYears(county, write, say)
  await write('outcomes.countFeedback', BENCH_NOW, (tx) =>
    writeFeedback(tx, { today: BENCH_NOW.slice(0, 10), newId: newIdAt(now) }),
  )
  await write('reports.takeWaitingSnapshot', BENCH_NOW, (tx) =>
    writeWeeklyCounts(tx, newIdAt(now), actor.id, BENCH_NOW.slice(0, 10)),
  )
}

const total = (county: InventedCounty, rows: (group: InventedGroup) => readonly unknown[]) =>
  county.groups.reduce((sum, group) => sum + rows(group).length, 0)

function describe(county: InventedCounty): string {
  const n = (count: number, what: string) => `${count.toLocaleString('en-GB')} ${what}`
  return [
    n(county.people.length, 'people'),
    n(county.groups.length, 'groups'),
    n(
      total(county, (group) => group.sessions),
      'sessions',
    ),
    n(
      total(county, (group) => group.marks),
      'marks',
    ),
    n(total(county, (group) => group.bookings) + county.otherBookings.length, 'bookings'),
  ].join(', ')
}

type Write = (operation: string, at: string, work: (tx: Tx) => Promise<void>) => Promise<void>

/** Each write is a command with its audit entry, as it would have been in use. */
function writerFor(store: Store, actor: Actor, now: Date): Write {
  const newId = newIdAt(now)
  return async (operation, at, work) => {
    const entry = {
      id: newId(commandId),
      at,
      userId: actor.id,
      userName: actor.name,
      operation,
      subject: null,
      undoes: null,
    }
    await store.write(entry, work)
  }
}

async function writeBookings({ otherBookings }: InventedCounty, write: Write): Promise<void> {
  const weeks = Object.groupBy(otherBookings, (booking) => booking.starts_at.slice(0, 10))
  for (const [date, bookings = []] of Object.entries(weeks))
    await write('bookings.create', `${date}T08:00:00.000Z`, (tx) => insertAll(tx, 'booking', bookings))
}

async function writeYears(
  { groups }: InventedCounty,
  write: Write,
  say: (line: string) => void,
): Promise<void> {
  const start = ({ sessions }: InventedGroup) => sessions[0]?.starts_at ?? ''
  let year = ''
  for (const group of groups.toSorted((a, b) => start(a).localeCompare(start(b)))) {
    if (start(group).slice(0, 4) !== year) say(`  ${(year = start(group).slice(0, 4))} …`)
    const at = `${start(group).slice(0, 10)}T08:00:00.000Z`
    await write('groups.plan', at, (tx) => writeGroups(tx, [group]))
    await writeRegisters(group, write)
    await write('outcomes.setReading', at, async (tx) => {
      await insertAll(tx, 'goal', group.goals)
      await insertAll(tx, 'reading', group.readings)
    })
  }
}

async function writeRegisters({ marks }: InventedGroup, write: Write): Promise<void> {
  const registers = Object.groupBy(marks, (mark: Row<'mark'>) => mark.session_id)
  for (const some of Object.values(registers))
    if (some?.[0]) await write('registers.mark', some[0].marked_at, (tx) => insertAll(tx, 'mark', some))
}
