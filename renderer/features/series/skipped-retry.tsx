import { Button } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import type { Tried } from '../../../shared/series/edit.contract.ts'
import { shortDay } from '../../../shared/time/format.ts'
import classes from './series.module.css'

/** What was found of a date that was left out, and the one press that puts it back. */
export function TriedDate({ tried }: { tried: Tried }) {
  const add = useCommand('series', 'addSkipped', {
    undo: true,
    done: ({ startsAt, roomName }) => `${shortDay(startsAt)} is back in, in ${roomName}.`,
  })
  const [other] = tried.otherRooms
  const day = <span className="sr-only"> {shortDay(tried.date)}</span>
  return (
    <span className={classes.tried}>
      <span>{tried.words}</span>
      {(tried.state === 'free' || tried.state === 'still') && (
        <Button
          size="compact-sm"
          variant="default"
          loading={add.isPending}
          onClick={() => add.mutate({ skipId: tried.id })}
        >
          {tried.state === 'still' ? 'Add it all the same' : 'Add it'}
          {day}
        </Button>
      )}
      {tried.state === 'taken' && other !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          loading={add.isPending}
          onClick={() => add.mutate({ skipId: tried.id, roomId: other.roomId })}
        >
          Add it in {other.roomName}
          {day}
        </Button>
      )}
      {tried.state === 'taken' && other === undefined && (
        <span className={classes.quiet}>No other room of the building is free.</span>
      )}
    </span>
  )
}
