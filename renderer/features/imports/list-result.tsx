import { Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommandJustDone } from '../../api/command-just-done.ts'
import { useCommand } from '../../api/commands.ts'
import { go } from '../../location.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { resultWords } from '../../../shared/imports/summary.rules.ts'
import classes from './imports.module.css'

interface ListResultProps {
  readonly groupId: GroupId
  readonly done: Output<'imports', 'apply'>
  readonly onAgain: () => void
}

/** What was done, and taking it all back. */
export function ListResult({ groupId, done, onAgain }: ListResultProps) {
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  const command = useCommandJustDone()
  const undo = useCommand('audit', 'undo', {
    done: 'Undone: nobody of the list was enrolled',
    onDone: onAgain,
  })
  return (
    <div className={classes.result}>
      <p className={classes.summary} ref={words} tabIndex={-1} role="status">
        {resultWords(done)}
      </p>
      <Group>
        <Button onClick={() => go(`/groups/${groupId}/people`)}>Go to the group</Button>
        <Button variant="default" onClick={onAgain}>
          Enrol another list
        </Button>
        {command !== null && done.added + done.matched > 0 && (
          <Button variant="subtle" color="gray" onClick={() => undo.mutate({ id: command })}>
            Undo
          </Button>
        )}
      </Group>
    </div>
  )
}
