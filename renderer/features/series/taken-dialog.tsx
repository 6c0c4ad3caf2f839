import { Anchor, Button, Group, Stack } from '@mantine/core'
import { Dialog } from '../../ui/dialog.tsx'
import type { Session } from '../../../shared/groups/groups.contract.ts'
import { shortDay } from '../../../shared/time/format.ts'

interface TakenDialogProps {
  readonly session: Session
  readonly onClose: () => void
  readonly onCorrect: () => void
  readonly onAgain: () => void
}

/** Asked before a session whose register has been taken moves: the register goes with it, or stays where it is. */
export function TakenDialog({ session, onClose, onCorrect, onAgain }: TakenDialogProps) {
  const complete = session.registerState === 'complete'
  return (
    <Dialog onClose={onClose} title={`The register of ${shortDay(session.startsAt)} has been taken`}>
      <Stack gap="xs">
        <p>
          If it was held on another day, put its date right: the register stays with it. If it is to be held
          once more, run it again: that is a new session, and this register stays as it is.
        </p>
        {complete && (
          <p>
            The register is complete. <Anchor href={`#/registers/${session.id}`}>Reopen it</Anchor> to put its
            date right.
          </p>
        )}
      </Stack>
      <Group mt="md">
        <Button onClick={onCorrect} disabled={complete}>
          Put its date right
        </Button>
        <Button variant="default" onClick={onAgain}>
          Run it again
        </Button>
      </Group>
    </Dialog>
  )
}
