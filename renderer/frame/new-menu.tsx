import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMay } from '../api/session.ts'
import { commands } from './commands.ts'

/** + New: what this person's role lets them make. */
export function NewMenu() {
  const may = useMay()
  const makes = commands.filter((command) => command.group === 'Make' && may(command.permission))
  if (makes.length === 0) return null
  return (
    <Menu position="bottom-end" width={180} withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          New
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {makes.map((command) => (
          <Menu.Item key={command.id} onClick={() => command.run(may)}>
            {command.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
