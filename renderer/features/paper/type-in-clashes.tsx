import { Button } from '@mantine/core'
import type { PaperClash, Recorded } from '../../../shared/exports/paper-typing.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { count } from '../../../shared/text.ts'
import classes from './type-in.module.css'

interface TypeInClashesProps {
  readonly register: Register
  readonly clashes: readonly PaperClash[]
  readonly onTake: (clashes: readonly PaperClash[]) => void
  readonly onKeep: (clash: PaperClash) => void
}

/** Where screen and paper say different things: nothing was changed, and one of both is chosen. */
export function TypeInClashes({ register, clashes, onTake, onKeep }: TypeInClashesProps) {
  if (clashes.length === 0) return null
  return (
    <section className={classes.clashes} aria-label="Paper and screen differ" role="status">
      <p>
        <strong>{count(clashes.length, 'row has', 'rows have')} another mark on the screen.</strong> Nothing
        was changed there. Type the row and its letter again to take the paper’s, or choose:
      </p>
      <ul>
        {clashes.map((clash) => {
          const name = register.rows[clash.typed.row - 1]?.name ?? ''
          return (
            <li key={clash.typed.row}>
              <span>
                {clash.typed.row} {name}: <strong>{words(clash.recorded)}</strong> on the screen,{' '}
                <strong>{words(clash.typed)}</strong> on paper
              </span>
              <Button size="compact-sm" variant="default" onClick={() => onTake([clash])}>
                Take the paper’s<span className="sr-only"> for {name}</span>
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => onKeep(clash)}>
                Keep the screen’s<span className="sr-only"> for {name}</span>
              </Button>
            </li>
          )
        })}
      </ul>
      {clashes.length > 1 && (
        <Button size="compact-sm" variant="default" onClick={() => onTake(clashes)}>
          Take all {clashes.length} from the paper
        </Button>
      )}
    </section>
  )
}

const words = ({ code, minutes }: Recorded) => (minutes === null ? code : `${code} ${minutes} min`)
