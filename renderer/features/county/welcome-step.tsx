import { Button } from '@mantine/core'
import classes from './county.module.css'

export function WelcomeStep({ onNext }: { onNext: () => void }) {
  return (
    <>
      <div className={classes.text}>
        <p>
          Rooms, groups, registers and outcomes for your family centres, in one place. A session is the room
          booking and the register at once: move one and both move.
        </p>
        <p>
          Everything is kept in one file on this computer. Nothing is sent anywhere, and it works without a
          network.
        </p>
      </div>
      <Button onClick={onNext}>Start</Button>
    </>
  )
}
