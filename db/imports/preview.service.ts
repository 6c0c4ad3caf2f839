import { enrolmentStatusLabels } from '../../shared/enrolments/enrolments.contract.ts'
import type { GroupId, PersonId } from '../../shared/ids.ts'
import type { ColumnKind, PreviewRow, TableRow } from '../../shared/imports/imports.contract.ts'
import { repeats } from '../../shared/imports/repeats.rules.ts'
import { readRows } from '../../shared/imports/rows.rules.ts'
import type { Match, NewPerson, Person, PersonRow } from '../../shared/people/people.contract.ts'
import { gapFields, gapsFilledBy } from '../../shared/people/gaps.rules.ts'
import { matchDoubt, matchKind, sureness, wholeNames } from '../../shared/people/matches.rules.ts'
import { toMosaicId } from '../../shared/people/people.rules.ts'
import { longDate } from '../../shared/time/format.ts'
import { findCandidates } from '../people/matches.repository.ts'
import { toPerson } from '../people/people.repository.ts'
import { toPersonRows } from '../people/search.repository.ts'
import type { Db } from '../store.ts'
import { standings, type Standing } from './imports.repository.ts'

export interface List {
  readonly groupId: GroupId
  readonly columns: readonly ColumnKind[]
  readonly rows: readonly TableRow[]
}

/** What would happen to each row of a list: read once, compared with everyone in a few queries for the whole list. */
export async function previewList(db: Db, today: string, list: List): Promise<PreviewRow[]> {
  const readings = readRows(list.columns, list.rows, today)
  const people = readings.flatMap((reading) => (reading.kind === 'person' ? [reading.person] : []))
  const known = await knownPeople(db, today, people)
  const there = await standings(db, list.groupId)
  const rows = readings.map((reading, i): PreviewRow => {
    const source = list.rows[i]
    const row = {
      row: source?.row ?? 0,
      cells: [...(source?.cells ?? [])],
      person: null,
      matches: [],
      fills: [],
    }
    if (reading.kind === 'blank') return { ...row, state: 'blank', reasons: [reading.reason] }
    if (reading.kind === 'problem') return { ...row, state: 'problem', reasons: [...reading.reasons] }
    const judged = judge(reading.person, known, there)
    return { ...row, ...judged, person: reading.person, reasons: [...judged.reasons, ...reading.notes] }
  })
  return withoutRepeats(rows)
}

interface Known {
  /** People by each thing they may be found by: their Mosaic ID, and the names they go by. */
  readonly byKey: ReadonlyMap<string, readonly Person[]>
  readonly rows: ReadonlyMap<PersonId, PersonRow>
}

function keysOf(person: NewPerson | Person): string[] {
  const names = wholeNames(person).map((name) => `name ${name}`)
  const mosaicId = toMosaicId(person.mosaicId)
  return mosaicId === null ? names : [...names, `mosaic ${mosaicId}`]
}

async function knownPeople(db: Db, today: string, people: readonly NewPerson[]): Promise<Known> {
  if (people.length === 0) return { byKey: new Map(), rows: new Map() }
  const wanted = new Set(people.flatMap(keysOf))
  const byKey = new Map<string, Person[]>()
  const fitting = (await findCandidates(db, people)).filter((row) => {
    const person = toPerson(row)
    const keys = keysOf(person).filter((key) => wanted.has(key))
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), person])
    return keys.length > 0
  })
  const rows = await toPersonRows(db, fitting, today)
  return { byKey, rows: new Map(rows.map((row) => [row.id, row])) }
}

interface Candidate {
  readonly kind: Match['kind']
  readonly person: Person
}

function candidatesFor(person: NewPerson, known: Known): Candidate[] {
  const found = new Set(keysOf(person).flatMap((key) => known.byKey.get(key) ?? []))
  return [...new Map([...found].map((other) => [other.id, other])).values()]
    .flatMap((other) => {
      const kind = matchKind(person, other)
      return kind === null ? [] : [{ kind, person: other }]
    })
    .toSorted((a, b) => sureness[a.kind] - sureness[b.kind])
}

type Judged = Pick<PreviewRow, 'state' | 'reasons' | 'matches' | 'fills'>

/** What becomes of one person of a list. Never matched on a name alone. */
function judge(person: NewPerson, known: Known, there: ReadonlyMap<PersonId, Standing>): Judged {
  const candidates = candidatesFor(person, known)
  return { ...judgeBy(candidates, person, known, there), fills: fillsOf(person, candidates) }
}

/** What the row would fill in of each person it may be. */
const fillsOf = (person: NewPerson, candidates: readonly Candidate[]): PreviewRow['fills'] =>
  candidates.flatMap(({ person: other }) => {
    const mosaicIdTaken = candidates.some((one) => one.kind === 'mosaic' && one.person.id !== other.id)
    const gaps = gapsFilledBy(person, other, { mosaicIdTaken })
    const fields = gapFields.filter((field) => field in gaps)
    return fields.length === 0 ? [] : [{ personId: other.id, fields }]
  })

function judgeBy(
  candidates: readonly Candidate[],
  person: NewPerson,
  known: Known,
  there: ReadonlyMap<PersonId, Standing>,
): Omit<Judged, 'fills'> {
  const matches = candidates.flatMap(({ kind, person: { id } }) => {
    const row = known.rows.get(id)
    return row ? [{ kind, person: row }] : []
  })
  const [best, next] = candidates.filter((candidate) => candidate.kind !== 'name-only')
  if (!best) {
    if (matches.length === 0) return { state: 'new', reasons: [], matches }
    return { state: 'possible', reasons: [nameOnlyReason(matches)], matches }
  }
  const doubt = matchDoubt(person, best.person)
  if (doubt !== null) return { state: 'possible', reasons: [doubt], matches }
  if (next) return { state: 'possible', reasons: ['More than one person here fits.'], matches }
  return { ...standingOf(there.get(best.person.id)), matches: matches.slice(0, 1) }
}

function nameOnlyReason(matches: readonly Match[]): string {
  const [first, ...others] = matches
  if (!first || others.length > 0) return `${matches.length} people here have this name.`
  const { dateOfBirth, name } = first.person
  const birth = dateOfBirth === null ? 'with no date of birth' : `born ${longDate(dateOfBirth)}`
  return `There is a ${name} already, ${birth}. A name alone is not enough to tell.`
}

/** A person waiting for a place is enrolled by the list; one who completed or left is not brought back unasked. */
function standingOf(standing: Standing | undefined): Pick<PreviewRow, 'state' | 'reasons'> {
  if (!standing) return { state: 'matched', reasons: [] }
  const word = enrolmentStatusLabels[standing.status].toLowerCase()
  const since = longDate(standing.since)
  switch (standing.status) {
    case 'enrolled':
      return { state: 'enrolled', reasons: [] }
    case 'completed':
    case 'withdrawn':
      return { state: 'enrolled', reasons: [`Already in this group: ${word} on ${since}. To bring them back, change their line in the group.`] } // prettier-ignore
    default:
      return { state: 'matched', reasons: [`Already in this group: ${word} since ${since}.`] }
  }
}

/** The same person twice in one list is used once; the row that comes second says which came first. */
function withoutRepeats(rows: readonly PreviewRow[]): PreviewRow[] {
  const repeated = repeats(rows)
  return rows.map((row) => {
    const repeat = repeated.get(row.row)
    if (!repeat) return row
    if (repeat.sure) return { ...row, state: 'problem', reasons: [repeat.reason], matches: [], fills: [] }
    return row.state === 'new' ? { ...row, state: 'possible', reasons: [repeat.reason, ...row.reasons] } : row
  })
}
