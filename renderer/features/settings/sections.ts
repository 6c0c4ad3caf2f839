import type { Permission } from '../../../shared/permissions.ts'

/** The sections of the settings, in the order of the list. */
export const sections = [
  { name: 'buildings', label: 'Buildings and rooms', permission: 'buildings.view' },
  { name: 'programmes', label: 'Programmes', permission: 'programmes.view' },
  { name: 'staff', label: 'Staff', permission: 'staff.view' },
  { name: 'terms', label: 'Term dates', permission: 'settings.view' },
  { name: 'bank-holidays', label: 'Bank holidays', permission: 'settings.view' },
  { name: 'marks', label: 'Marks', permission: 'registers.view' },
  { name: 'measures', label: 'Measures', permission: 'settings.view' },
  { name: 'old-workbooks', label: 'Old workbooks', permission: 'exports.make' },
  { name: 'offers', label: 'Offers of places', permission: 'settings.view' },
  { name: 'calls', label: 'Who needs a call', permission: 'settings.view' },
  { name: 'users', label: 'People who can sign in', permission: 'users.manage' },
  { name: 'names', label: 'Names of the service', permission: 'settings.view' },
  { name: 'audit', label: 'Audit trail', permission: 'audit.view' },
] as const satisfies readonly { name: string; label: string; permission: Permission }[]

export type SectionName = (typeof sections)[number]['name']
