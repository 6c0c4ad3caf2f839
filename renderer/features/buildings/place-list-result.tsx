import { Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommandJustDone } from '../../api/command-just-done.ts'
import { useCommand } from '../../api/commands.ts'
import { go } from '../../location.ts'
import { summaryInWords } from '../../../shared/buildings/list-summary.rules.ts'
import { count } from '../../../shared/text.ts'
import classes from './place-list.module.css'

interface PlaceListResultProps {
  readonly done: Output<'buildings', 'importList'>
  readonly onAgain: () => void
}

/** What was done, what was not and why, and the way back. */
export function PlaceListResult({ done, onAgain }: PlaceListResultProps) {
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  const command = useCommandJustDone()
  const undo = useCommand('audit', 'undo', {
    done: 'Undone: nothing of the list was imported',
    onDone: onAgain,
  })
  return (
    <div className={classes.result}>
      <p className={classes.summary} ref={words} tabIndex={-1} role="status">
        Imported. {summaryInWords(done.summary)}
        {done.samplesArchived > 0 && ` ${count(done.samplesArchived, 'invented building')} archived.`}
      </p>
      {done.samplesKept.length > 0 && <KeptSamples kept={done.samplesKept} />}
      <Group>
        <Button onClick={() => go('/settings/buildings')}>See the buildings</Button>
        <Button variant="default" onClick={onAgain}>
          Import another list
        </Button>
        {command !== null && (
          <Button variant="subtle" color="gray" onClick={() => undo.mutate({ id: command })}>
            Undo
          </Button>
        )}
      </Group>
    </div>
  )
}

function KeptSamples({ kept }: { kept: PlaceListResultProps['done']['samplesKept'] }) {
  return (
    <div>
      <p>
        {count(kept.length, 'invented building')} {kept.length === 1 ? 'was' : 'were'} kept, because bookings
        are still to come there:
      </p>
      <ul className={classes.kept}>
        {kept.map(({ name, bookings }) => (
          <li key={name}>
            {name}: {count(bookings, 'booking')}
          </li>
        ))}
      </ul>
    </div>
  )
}
