import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './bookings.module.css'

/** What is seldom needed, folded away: a press, or Enter on it, opens it. */
export function More({ name, open, children }: { name: string; open: boolean; children: ReactNode }) {
  return (
    <details className={classes.more} open={open || undefined}>
      <summary>{name}</summary>
      <Stack gap="md" mt="sm">
        {children}
      </Stack>
    </details>
  )
}
