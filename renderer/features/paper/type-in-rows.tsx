import { Letter } from '../../ui/letter.tsx'
import type { PaperClash } from '../../../shared/exports/paper-typing.rules.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import classes from './type-in.module.css'

interface TypeInRowsProps {
  readonly register: Register
  /** The row that the next letter is for. */
  readonly at: number
  readonly clashes: readonly PaperClash[]
}

/** The register as the paper has it: row, name, and what is recorded, in as few columns as the window has room for. */
export function TypeInRows({ register, at, clashes }: TypeInRowsProps) {
  const codes = new Map(register.codes.map((code) => [code.code, code]))
  const asked = new Set(clashes.map(({ typed }) => typed.row))
  return (
    <ol className={classes.rows} aria-label={`Register of ${register.groupName}`}>
      {register.rows.map(({ personId, number, name, mark }) => {
        const code = mark === null ? undefined : codes.get(mark.code)
        return (
          <li key={personId} data-next={number === at} aria-current={number === at ? 'true' : undefined}>
            <span className={classes.number}>{number}</span>
            <span className={classes.name} title={name}>
              {name}
            </span>
            {asked.has(number) && <em>differs</em>}
            {mark !== null && mark.minutes !== null && <small>{mark.minutes} min</small>}
            <Letter code={mark?.code ?? ''} label={code?.label ?? ''} attended={code?.attended ?? false} />
          </li>
        )
      })}
    </ol>
  )
}
