import { Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useCommandJustDone } from '../../api/command-just-done.ts'
import { useCommand } from '../../api/commands.ts'
import { go } from '../../location.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import classes from './imports.module.css'

interface WorkbookResultProps {
  readonly groupId: GroupId
  readonly made: number
  readonly onAgain: () => void
}

/** How many changes were made, and taking them all back. */
export function WorkbookResult({ groupId, made, onAgain }: WorkbookResultProps) {
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [])
  const command = useCommandJustDone()
  const undo = useCommand('audit', 'undo', {
    done: 'Undone: everything is as it was before the file',
    onDone: onAgain,
  })
  return (
    <div className={classes.result}>
      <p className={classes.summary} ref={words} tabIndex={-1} role="status">
        {count(made, 'change')} made.
      </p>
      <Group>
        <Button onClick={() => go(`/groups/${groupId}/registers`)}>Go to the group</Button>
        <Button variant="default" onClick={onAgain}>
          Open another file
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
