import { Kbd } from '@mantine/core'
import classes from './keys.module.css'

export interface KeyHelp {
  readonly keys: readonly string[]
  readonly does: string
}

/** Keys pressed together: `Ctrl` `K`. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <Kbd key={key} size="xs" className={classes.key}>
          {key}
        </Kbd>
      ))}
    </span>
  )
}

/** The keys of a screen, in one quiet line under it. */
export function KeyLegend({ items }: { items: readonly KeyHelp[] }) {
  return (
    <ul className={classes.legend} aria-label="Keys">
      {items.map((item) => (
        <li key={item.does}>
          <Keys keys={item.keys} /> {item.does}
        </li>
      ))}
    </ul>
  )
}
