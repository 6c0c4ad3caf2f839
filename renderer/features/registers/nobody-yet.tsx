import { Button } from '@mantine/core'
import { go } from '../../location.ts'
import { EmptyState } from '../../ui/states.tsx'
import type { Register } from '../../../shared/registers/registers.contract.ts'

/** A register of nobody: what to do next. `onWalkIn` is null where nothing may be written. */
export function NobodyYet({ register, onWalkIn }: { register: Register; onWalkIn: (() => void) | null }) {
  const action = (
    <>
      <Button mr="sm" onClick={() => go(`/groups/${register.groupId}/people`)}>
        Enrol people
      </Button>
      {onWalkIn !== null && register.state !== 'not-due' && (
        <Button variant="default" onClick={onWalkIn}>
          Add a walk-in
        </Button>
      )}
    </>
  )
  return (
    <EmptyState action={action}>
      Nobody is enrolled on the day of this session, so there is nobody to mark. Enrol people in the group and
      they stand here at once.
    </EmptyState>
  )
}
