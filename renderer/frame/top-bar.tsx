import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { SignedIn } from '../../shared/county/county.contract.ts'
import { Keys } from '../ui/keys.tsx'
import { BuildingSwitcher } from './building-switcher.tsx'
import { NewMenu } from './new-menu.tsx'
import { palette } from './palette-store.ts'
import { UserMenu } from './user-menu.tsx'
import classes from './top-bar.module.css'

/** Which building, find anything, make something, and who is signed in. */
export function TopBar({ user }: { user: SignedIn }) {
  return (
    <header className={classes.bar} data-pane>
      <BuildingSwitcher />
      <UnstyledButton className={classes.find} onClick={palette.open}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.findText}>Find anything</span>
        <span className={classes.findKeys}>
          <Keys keys={['Ctrl', 'K']} />
        </span>
      </UnstyledButton>
      <div className={classes.end}>
        <NewMenu />
        <UserMenu user={user} />
      </div>
    </header>
  )
}
