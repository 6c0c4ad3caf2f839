import { ChangePassphraseDialog } from '../features/users/change-passphrase-dialog.tsx'
import { PaperDialogs } from '../features/paper/paper-dialogs.tsx'
import { AboutDialog } from './about-dialog.tsx'
import { openedDialog } from './dialogs.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** The dialogs that every screen has: opened from a menu, a key or the palette. */
export function FrameDialogs() {
  return (
    <>
      <OwnDialog />
      <PaperDialogs />
    </>
  )
}

/** The frame's own dialogs, one at a time. */
function OwnDialog() {
  switch (openedDialog.use()) {
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'about':
      return <AboutDialog />
    case 'passphrase':
      return <ChangePassphraseDialog />
    case null:
      return null
  }
}
