import { staffId, userId } from '../../shared/ids.ts'
import type { Role } from '../../shared/permissions.ts'
import type { Stream } from '../../shared/staff/staff.contract.ts'
import { fold } from '../../shared/text.ts'
import type { Making, Row } from './invented.ts'
import { men, surnames, women } from './names.ts'
import { turn } from './random.ts'

/** Titles of the Operating Model 2022-24, in the mix of a locality team and the county's own staff. */
const posts: readonly (readonly [string, Stream])[] = [
  ['Family Wellbeing Worker', 'family'],
  ['Youth Worker', 'youth-justice'],
  ['Keyworker', 'family'],
  ['Senior Youth Worker', 'youth-justice'],
  ['Family Wellbeing Worker', 'family'],
  ['Youth Worker - Crime Prevention', 'youth-justice'],
  ['SEND Family Support Worker', 'family'],
  ['YOS Officer', 'youth-justice'],
  ['Team Leader', 'family'],
  ['Centre Support Assistant', 'central'],
  ['Volunteer', 'volunteer'],
  ['Health visitor', 'partner'],
]

export function inventStaff({ sizes, newId, reference }: Making): Row<'staff'>[] {
  return Array.from({ length: sizes.staff }, (_, index): Row<'staff'> => {
    const [job_title, stream] = turn(posts, index)
    const name = `${turn(index % 2 === 0 ? women : men, index * 5 + 3)} ${turn(surnames, index * 7 + 11)}`
    const countywide = stream === 'central' || reference.localities.length === 0
    return {
      id: newId(staffId),
      name,
      name_key: fold(name),
      job_title,
      stream,
      locality_id: countywide ? null : turn(reference.localities, index).id,
      phone: `01632 960${300 + (index % 600)}`,
      email: `${fold(name).replace(/ /g, '.')}@example.org`,
      archived: 0,
      version: 1,
    }
  })
}

const roles: readonly Role[] = ['facilitator', 'facilitator', 'facilitator', 'facilitator', 'manager']

/** Who marked the registers. They have no passphrase, so nobody can sign in as one of them. */
export function inventUsers({ newId }: Making, staff: readonly Row<'staff'>[]): Row<'user'>[] {
  return staff.slice(0, roles.length).map((member, index) => ({
    id: newId(userId),
    name: member.name,
    name_key: fold(member.name),
    role: turn(roles, index),
    staff_id: member.id,
    disabled: 0,
    version: 1,
  }))
}
