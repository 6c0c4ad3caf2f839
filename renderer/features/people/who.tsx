import { PersonName } from '../../ui/person-name.tsx'
import classes from './people.module.css'

interface WhoProps {
  readonly name: string
  readonly alert: boolean
  readonly provisional: boolean
}

/** A person's name as the first cell of a row: wide enough to read at any zoom. */
export const Who = ({ name, alert, provisional }: WhoProps) => (
  <span className={classes.who}>
    <PersonName name={name} alert={alert} provisional={provisional} />
  </span>
)
