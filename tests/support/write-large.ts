import { existsSync, readFileSync } from 'node:fs'
import { writeSafely } from '../../db/exports/write-safely.ts'
import { writeLongXlsx } from '../../db/exports/xlsx-long.ts'
import { atOnce } from '../../shared/exports/county-file.ts'
import { column, date, number, text, yesNo } from '../../shared/exports/sheet.ts'

// A process of its own that writes so many rows of marks to a workbook, and says how much memory it has had at most.
const [path = '', rows = '0'] = process.argv.slice(2)
const all = Number(rows)

function* marks() {
  for (let at = 0; at < all; at++) yield at
}

const columns = ['Date', 'Programme', 'Group', 'Building', 'Person', 'Mark', 'Expected', 'Attended', 'Minutes'].map((name) => column(name, 20)) // prettier-ignore
const sheet = {
  name: 'Attendance',
  columns,
  frozenColumns: 0,
  batches: atOnce(marks(), (at) => [
    date(`20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10}`),
    text(`Programme ${at % 30}`),
    text(`Group ${at % 3_700}`),
    text(`Building ${at % 21}`),
    text(`Person with a name ${at % 35_000}`),
    text('PLAXN'[at % 5] ?? ''),
    yesNo(at % 3 !== 0),
    yesNo(at % 2 === 0),
    number(at % 120),
  ]),
}
const about = { name: 'About', columns, frozenColumns: 0, rows: [] }
const workbook = {
  sheets: [sheet],
  about: () => about,
  header: '',
  classification: '',
  madeBy: '',
  madeAt: '2026-11-23T09:00:00.000Z',
}
const turn = { signal: new AbortController().signal, progress: () => {} }
await writeSafely(path, async (beside) => void (await writeLongXlsx(beside, workbook, all, () => about, turn)), async () => {}) // prettier-ignore

/** The most memory of this program: where Linux says it, without what the process that started it had at the time. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
process.stdout.write(JSON.stringify({ megabytes: mostMemory() / 1024 }))
