import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import type { EnrolmentStatus } from '../../../shared/enrolments/enrolments.contract.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { listToReach } from './asked.ts'

interface ReachButtonProps {
  readonly groupId: GroupId
  /** Of whom first: those enrolled, unless the screen is about others. */
  readonly status?: EnrolmentStatus
}

/** Opens the list of whom of a group to write to or to text. */
export function ReachButton({ groupId, status = 'enrolled' }: ReachButtonProps) {
  return (
    <Button
      variant="default"
      leftSection={<IconMailForward size={16} aria-hidden />}
      onClick={() => listToReach({ groupId, status })}
    >
      Letters and texts
    </Button>
  )
}
