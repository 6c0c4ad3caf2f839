import { IconFlag3 } from '@tabler/icons-react'
import classes from './person-name.module.css'

interface PersonNameProps {
  readonly name: string
  /** The neutral marker: what it is about is only for those who lead and manage. */
  readonly alert?: boolean
  readonly provisional?: boolean
}

const ALERT = 'Speak to the lead before the session'

/** A person's name with the neutral alert marker and `Provisional`, each in words too. */
export function PersonName({ name, alert = false, provisional = false }: PersonNameProps) {
  return (
    <span className={classes.name}>
      <span className={classes.text}>{name}</span>
      {alert && (
        <span className={classes.alert} title={ALERT}>
          <IconFlag3 size={15} aria-hidden />
          <span className="sr-only">{ALERT}</span>
        </span>
      )}
      {provisional && <span className={classes.provisional}>Provisional</span>}
    </span>
  )
}
