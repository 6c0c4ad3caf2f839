import type { SessionId } from '../../shared/ids.ts'
import type { Db } from '../store.ts'
import { listEnrolled, listMarked, type MarkedPerson, type PersonOn } from './on-register.repository.ts'

/** Somebody who stands on a register. */
export interface OnRegister {
  readonly person: PersonOn
  readonly mark: MarkedPerson | null
  readonly walkIn: boolean
}

/** Who is on a register, apart by why. */
export interface PeopleOn {
  readonly expected: readonly OnRegister[]
  readonly walkIns: readonly OnRegister[]
  /** They help: in no count, and nothing need be recorded of them. */
  readonly volunteers: readonly OnRegister[]
}

const isVolunteer = ({ role }: Pick<PersonOn, 'role'>) => role === 'volunteer'

/**
 * Who is on a register, in the order of the paper: those expected by last name, then walk-ins as they came, so that a
 * late arrival never changes anybody's number. A complete register is what was written: somebody enrolled in hindsight
 * is not put on it. The first two together are the rows of `expectedRows`, and those whose mark says that they were not
 * expected.
 */
export async function peopleOn(
  db: Db,
  session: { readonly id: SessionId; readonly register_completed_at: string | null },
): Promise<PeopleOn> {
  const marked = await listMarked(db, session.id)
  const marks = new Map(marked.map((row) => [row.id, row]))
  const enrolled = await listEnrolled(db, session.id)
  const known = new Set(enrolled.map((row) => row.id))
  const complete = session.register_completed_at !== null
  const shown = enrolled
    .filter((row) => !complete || marks.has(row.id))
    .map((person) => ({ person, mark: marks.get(person.id) ?? null, walkIn: false }))
  const others = marked.filter((row) => !known.has(row.id))
  return {
    expected: shown.filter((one) => !isVolunteer(one.person)),
    walkIns: others
      .filter((row) => !isVolunteer(row))
      .map((row) => ({ person: row, mark: row, walkIn: true })),
    volunteers: [
      ...shown.filter((one) => isVolunteer(one.person)),
      ...others.filter(isVolunteer).map((row) => ({ person: row, mark: row, walkIn: false })),
    ],
  }
}
