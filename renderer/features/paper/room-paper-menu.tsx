import { Button, Menu } from '@mantine/core'
import { IconCalendarDown, IconPrinter } from '@tabler/icons-react'
import type { BuildingId, RoomId } from '../../../shared/ids.ts'
import { makeCalendarOf, printIt } from './asked.ts'
import { kindLabels, usePaperKinds } from './papers.ts'

interface RoomPaperMenuProps {
  readonly roomId: RoomId
  readonly buildingId: BuildingId
  /** The day that the screen is about; today unless said. */
  readonly date?: string
}

/** What can be printed of a room and of its building's day, and its calendar. */
export function RoomPaperMenu({ roomId, buildingId, date }: RoomPaperMenuProps) {
  const about = { roomId, buildingId, ...(date !== undefined && { date }) }
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconPrinter size={16} aria-hidden />}>
          Print
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {usePaperKinds().map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => printIt({ ...about, kind })}
          >
            {kindLabels[kind]}…
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconCalendarDown size={16} aria-hidden />}
          onClick={() => makeCalendarOf({ of: 'room', id: roomId })}
        >
          Calendar file…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
