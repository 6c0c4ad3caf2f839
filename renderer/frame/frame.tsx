import { Notifications } from '@mantine/notifications'
import type { Status, SignedIn } from '../../shared/county/county.contract.ts'
import { MOST_SHOWN } from '../api/notify.tsx'
import { ScreenBoundary } from '../ui/screen-boundary.tsx'
import { useWeeklyCount } from '../features/reports/use-weekly-count.ts'
import { Screens } from '../routes.tsx'
import { FrameDialogs } from './frame-dialogs.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { useShortcuts } from './shortcuts.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import classes from './frame.module.css'

const skipToScreen = () => document.querySelector<HTMLElement>('main h1')?.focus()

interface FrameProps {
  readonly status: Status
  readonly user: SignedIn
  /** Somebody has to sign in first: it stays as it is, and nothing in it can be reached. */
  readonly locked: boolean
}

/** What every screen stands in. */
export function Frame({ status, user, locked }: FrameProps) {
  useShortcuts()
  useWeeklyCount()
  return (
    <div className={classes.frame} inert={locked}>
      <button type="button" className={classes.skip} onClick={skipToScreen}>
        Skip to the screen
      </button>
      <Rail />
      <div className={classes.right}>
        <TopBar user={user} />
        <main className={classes.main}>
          <ScreenBoundary>
            <Screens />
          </ScreenBoundary>
        </main>
        <Notifications withinPortal={false} position="bottom-left" limit={MOST_SHOWN} />
        <StatusBar status={status} />
      </div>
      <Palette />
      <FrameDialogs />
    </div>
  )
}
