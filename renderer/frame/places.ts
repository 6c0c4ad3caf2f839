import {
  IconCalendarWeek,
  IconChartBar,
  IconDoor,
  IconSettings,
  IconSun,
  IconTargetArrow,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Permission } from '../../shared/permissions.ts'

export interface Place {
  readonly label: string
  readonly to: string
  readonly Icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  readonly permission: Permission
  /** Ctrl and this. */
  readonly key: string
  /** Other addresses that belong to it. */
  readonly also?: string | readonly string[]
}

/** The rail, in its order. Settings stand apart, below. */
export const places: readonly Place[] = [
  {
    label: 'Today',
    to: '/today',
    Icon: IconSun,
    permission: 'signed-in',
    key: '1',
    also: ['/registers', '/calls'],
  },
  { label: 'Calendar', to: '/calendar', Icon: IconCalendarWeek, permission: 'bookings.view', key: '2' },
  { label: 'Rooms', to: '/rooms', Icon: IconDoor, permission: 'bookings.view', key: '3', also: '/closures' },
  { label: 'Groups', to: '/groups', Icon: IconUsersGroup, permission: 'groups.view', key: '4' },
  { label: 'People', to: '/people', Icon: IconUser, permission: 'people.view', key: '5', also: '/families' },
  { label: 'Outcomes', to: '/outcomes', Icon: IconTargetArrow, permission: 'outcomes.view', key: '6' },
  { label: 'Reports', to: '/reports', Icon: IconChartBar, permission: 'bookings.view', key: '7' },
]
export const settingsPlace: Place = {
  label: 'Settings',
  to: '/settings',
  Icon: IconSettings,
  permission: 'settings.view',
  key: ',',
}

const under = (location: string, path: string) => location === path || location.startsWith(`${path}/`)

/** Whether an address lies in this place. */
export const isAt = (place: Pick<Place, 'to' | 'also'>, location: string): boolean =>
  under(location, place.to) || [place.also ?? []].flat().some((also) => under(location, also))
