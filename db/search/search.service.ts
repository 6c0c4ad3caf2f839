import { idEndingOf } from '../../shared/exports/paper-code.rules.ts'
import { displayName, readPersonSearch } from '../../shared/people/people.rules.ts'
import { mayUse } from '../../shared/permissions.ts'
import type { Hit } from '../../shared/search/search.contract.ts'
import { streamLabels } from '../../shared/staff/staff.contract.ts'
import { fold, matchKey } from '../../shared/text.ts'
import { dateOf } from '../../shared/time/civil.ts'
import { longDate, shortDate, shortDay, timeRange } from '../../shared/time/format.ts'
import type { QueryContext } from '../context.ts'
import * as repository from './search.repository.ts'

const MOST_PEOPLE = 8
const MOST_GROUPS = 6
const MOST_OTHERS = 4

/** Everything whose name holds the words, best first: what begins with them, then a word that does, then the rest. */
export async function findEverything(context: QueryContext, text: string): Promise<Hit[]> {
  const folded = fold(text)
  if (folded === '') return []
  const words = folded.split(' ')
  const { db } = context
  const papers = mayUse(context.actor.role, 'registers.edit') ? await findPaper(context, text) : []
  // Three words that are on a paper are nobody's name.
  if (papers.length > 0) return papers
  const hits = [
    ...(mayUse(context.actor.role, 'people.view') ? await findPeople(context, text) : []),
    ...(await findGroups(context, words)),
    ...(await repository.buildings(db, words, MOST_OTHERS)).map(toBuildingHit),
    ...(await repository.staff(db, words, MOST_OTHERS)).map(toStaffHit),
  ]
  return hits.map((hit) => ({ hit, rank: rank(fold(hit.title), folded) })).toSorted((a, b) => a.rank - b.rank).map(({ hit }) => hit) // prettier-ignore
}

/** A register by the words on its paper. */
async function findPaper({ db }: QueryContext, text: string): Promise<Hit[]> {
  const ending = idEndingOf(text)
  if (ending === null) return []
  return (await repository.sessionsEnding(db, ending, MOST_OTHERS)).map(toRegisterHit)
}

function rank(title: string, text: string): number {
  if (title.startsWith(text)) return 0
  return ` ${title}`.includes(` ${text}`) ? 1 : 2
}

/** The start of a name is looked up in an index; only when that gives too few is every name looked through. */
async function findPeople({ db, today }: QueryContext, text: string): Promise<Hit[]> {
  const wanted = readPersonSearch(text, today)
  if (wanted.dateOfBirth !== null || wanted.codes.length > 0)
    return unique(await repository.byCode(db, wanted, MOST_PEOPLE)).map(toPersonHit)
  if (wanted.words.length === 0) return []
  const first = unique(await repository.startingWith(db, wanted.words.join(' '), matchKey(text), MOST_PEOPLE))
  if (first.length >= MOST_PEOPLE) return first.slice(0, MOST_PEOPLE).map(toPersonHit)
  const more = await repository.holding(db, wanted.words, MOST_PEOPLE)
  return unique([...first, ...more])
    .slice(0, MOST_PEOPLE)
    .map(toPersonHit)
}

/**
 * A sensitive group is found by its own name only by those who may see its people; by others as on its door, and by
 * its building, so that not even finding it says what it is about.
 */
async function findGroups({ db, actor }: QueryContext, words: readonly string[]): Promise<Hit[]> {
  const rows = await repository.groups(db, words, MOST_GROUPS)
  if (mayUse(actor.role, 'people.view')) return rows.map(toGroupHit)
  return rows.flatMap((row) => {
    if (row.sensitive === 0) return [toGroupHit(row)]
    const open = fold(`${row.public_title} ${row.building_name ?? ''}`)
    if (!words.every((word) => open.includes(word))) return []
    return [toGroupHit({ ...row, name: row.public_title, programme_name: row.public_title })]
  })
}

const unique = (rows: readonly repository.PersonHit[]) => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

const inOneLine = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ')

const toPersonHit = (row: repository.PersonHit): Hit => ({
  kind: 'person',
  id: row.id,
  title: displayName({ firstName: row.first_name, lastName: row.last_name, knownAs: row.known_as }),
  detail: inOneLine(
    row.date_of_birth === null ? 'Date of birth not known' : `Born ${longDate(row.date_of_birth)}`,
    row.family_name,
  ),
  to: `/people/${row.id}`,
})

const toGroupHit = (row: Awaited<ReturnType<typeof repository.groups>>[number]): Hit => ({
  kind: 'group',
  id: row.id,
  title: row.name,
  detail: inOneLine(
    row.programme_name,
    row.building_name,
    row.cancelled === 1
      ? 'Cancelled'
      : row.last_start === null
        ? null
        : `Last session ${shortDate(dateOf(row.last_start))}`,
  ),
  to: `/groups/${row.id}`,
})

const toRegisterHit = (row: Awaited<ReturnType<typeof repository.sessionsEnding>>[number]): Hit => ({
  kind: 'register',
  id: row.id,
  title: row.name,
  detail: `${shortDay(row.starts_at)} ${row.starts_at.slice(0, 4)}, ${timeRange(row.starts_at, row.ends_at)} · Type in from paper`,
  to: `/registers/${row.id}/paper`,
})

const toBuildingHit = (row: Awaited<ReturnType<typeof repository.buildings>>[number]): Hit => ({
  kind: 'building',
  id: row.id,
  title: row.name,
  detail: row.address ?? 'Building',
  to: `/rooms?building=${row.id}`,
})

const toStaffHit = (row: Awaited<ReturnType<typeof repository.staff>>[number]): Hit => ({
  kind: 'staff',
  id: row.id,
  title: row.name,
  detail: inOneLine(row.job_title ?? streamLabels[row.stream], row.phone),
  to: `/settings/staff?id=${row.id}`,
})
