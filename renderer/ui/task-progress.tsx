import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { SmallStore } from '../api/small-store.ts'
import { progressInWords } from '../../shared/progress.ts'
import type { Progress as HowFar } from '../../shared/progress.ts'

interface TaskProgressProps {
  readonly label: string
  readonly progress: SmallStore<HowFar>
  readonly onCancel: () => void
}

/** How far a long task is: what is made, a bar, the same in words, and a way to stop it. */
export function TaskProgress({ label, progress, onCancel }: TaskProgressProps) {
  const [stopping, setStopping] = useState(false)
  const now = progress.use()
  const words = stopping ? 'Stopping' : progressInWords(now)
  const share = now.total ? Math.min(100, Math.floor((now.done / now.total) * 100)) : 100
  const cancel = () => {
    setStopping(true)
    onCancel()
  }
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Progress.Root size="sm">
        <Progress.Section
          value={share}
          animated={!now.total}
          aria-label={label}
          aria-valuetext={words}
          withAria
        />
      </Progress.Root>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" aria-hidden>
          {words}
        </Text>
        <Button size="compact-sm" variant="default" disabled={stopping} onClick={cancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}
