import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useDensity } from '../api/remembered.ts'
import { roleLabels } from '../../shared/permissions.ts'
import type { SignedIn } from '../../shared/county/county.contract.ts'
import { signOut } from './commands.ts'
import { openDialog } from './dialogs.ts'
import classes from './top-bar.module.css'

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase()

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}
const schemes: readonly Choice<'light' | 'dark' | 'auto'>[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the computer' },
]
const densities: readonly Choice<'comfortable' | 'compact'>[] = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
]

interface ChoicesProps<Value extends string> {
  readonly choices: readonly Choice<Value>[]
  readonly chosen: Value
  readonly onChoose: (value: Value) => void
}

function Choices<Value extends string>({ choices, chosen, onChoose }: ChoicesProps<Value>) {
  return choices.map(({ value, label }) => (
    <Menu.RadioItem key={value} value={value} checked={value === chosen} onChange={() => onChoose(value)}>
      {label}
    </Menu.RadioItem>
  ))
}

/** Who is signed in, how the window looks to them, and signing out. */
export function UserMenu({ user }: { user: SignedIn }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [density, setDensity] = useDensity()
  return (
    <Menu position="bottom-end" width={240} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.user}>
          <span className={classes.initials}>{initials(user.name)}</span>
          <span className="sr-only">{user.name}: your menu</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{user.name}</strong>
          <span>{roleLabels[user.role]}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        <Choices choices={schemes} chosen={colorScheme} onChoose={setColorScheme} />
        <Menu.Label>Rows in lists</Menu.Label>
        <Choices choices={densities} chosen={density} onChoose={setDensity} />
        <Menu.Divider />
        <Menu.Item onClick={() => openDialog('passphrase')}>Change your passphrase</Menu.Item>
        <Menu.Item onClick={() => openDialog('shortcuts')}>Keyboard shortcuts</Menu.Item>
        <Menu.Item onClick={() => openDialog('about')}>About Gather</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={signOut}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
