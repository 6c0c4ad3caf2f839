import { ActionIcon, Button, Popover } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { DateField } from '../../ui/date-field.tsx'
import { shortDay } from '../../../shared/time/format.ts'
import classes from './views.module.css'

interface DateStepsProps {
  readonly date: string
  readonly today: string
  /** Today is in view already. */
  readonly atToday: boolean
  readonly back: string
  readonly next: string
  readonly onStep: (by: 1 | -1) => void
  readonly onDate: (date: string) => void
}

/** Another period: the one before, the one after, today, or any date (Ctrl+G). */
export function DateSteps({ date, today, atToday, back, next, onStep, onDate }: DateStepsProps) {
  return (
    <div className={classes.steps}>
      <ActionIcon variant="default" size={36} aria-label={back} title={back} onClick={() => onStep(-1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <GoToDate date={date} onDate={onDate} />
      <ActionIcon variant="default" size={36} aria-label={next} title={next} onClick={() => onStep(1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Button variant="default" disabled={atToday} onClick={() => onDate(today)}>
        Today
      </Button>
    </div>
  )
}

function GoToDate({ date, onDate }: { date: string; onDate: (date: string) => void }) {
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const open = () => {
    setTyped(null)
    setOpened(true)
  }
  // From the fields of the screen too; in an open dialog only the dialog's own keys count.
  useHotkeys([['mod+G', () => document.querySelector('[aria-modal="true"]') === null && open()]], [])
  const go = (event: FormEvent) => {
    event.preventDefault()
    if (typed === null) return
    setOpened(false)
    onDate(typed)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} aria-hidden />}
          aria-label={`${shortDay(date)}. Go to a date`}
          aria-expanded={opened}
          onClick={() => (opened ? setOpened(false) : open())}
        >
          {shortDay(date)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Go to a date">
        <form onSubmit={go} className={classes.goTo}>
          <DateField label="Go to" value={typed} onChange={setTyped} />
          <Button type="submit">Go</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
