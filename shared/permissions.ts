/** The roles of DESIGN.md 5. A role is a set of permissions and nothing else. */
export const roles = ['assistant', 'facilitator', 'facilities', 'manager', 'administrator'] as const
export type Role = (typeof roles)[number]

export const roleLabels: Readonly<Record<Role, string>> = {
  assistant: 'Centre support assistant',
  facilitator: 'Facilitator',
  facilities: 'Facilities officer',
  manager: 'Manager',
  administrator: 'Administrator',
}

/** What an operation may ask for. `public` needs nobody signed in; `signed-in` needs anybody. */
export const permissions = [
  'public',
  'signed-in',
  'buildings.view',
  'buildings.edit',
  'bookings.view',
  'bookings.edit',
  'programmes.view',
  'programmes.edit',
  'groups.view',
  'groups.edit',
  'people.view',
  'people.edit',
  'registers.view',
  'registers.edit',
  'outcomes.view',
  'outcomes.edit',
  'reports.view',
  'exports.make',
  'exports.county',
  'settings.view',
  'settings.edit',
  'staff.view',
  'staff.edit',
  'users.manage',
  'audit.view',
] as const
export type Permission = (typeof permissions)[number]

const everyone: readonly Permission[] = [
  'signed-in',
  'buildings.view',
  'bookings.view',
  'programmes.view',
  'groups.view',
  'staff.view',
  'settings.view',
]
const people: readonly Permission[] = ['people.view', 'people.edit', 'registers.view', 'registers.edit']
const groupWork: readonly Permission[] = [
  ...people,
  'groups.edit',
  'outcomes.view',
  'outcomes.edit',
  'reports.view',
  'exports.make',
]

/**
 * Who may do what, on one page. An assistant adds walk-ins, so sees people and registers but not outcomes.
 * `reports.view` is figures of the whole county; `exports.county` is files with rows of people beyond one group.
 */
export const rolePermissions: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  assistant: new Set([...everyone, ...people, 'bookings.edit']),
  facilitator: new Set([...everyone, ...groupWork, 'bookings.edit']),
  facilities: new Set([...everyone, 'bookings.edit', 'buildings.edit', 'settings.edit']),
  manager: new Set([
    ...everyone,
    ...groupWork,
    'bookings.edit',
    'buildings.edit',
    'programmes.edit',
    'settings.edit',
    'staff.edit',
    'exports.county',
    'audit.view',
  ]),
  administrator: new Set(permissions),
}

/** Whether a person with this role (null: nobody signed in) may use an operation that asks for `permission`. */
export function mayUse(role: Role | null, permission: Permission): boolean {
  if (permission === 'public') return true
  return role !== null && rolePermissions[role].has(permission)
}
