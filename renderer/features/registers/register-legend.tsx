import { Kbd } from '@mantine/core'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import { Keys } from '../../ui/keys.tsx'
import classes from './register.module.css'

interface MarkButtonsProps {
  readonly codes: readonly MarkCode[]
  /** Before the day only apologies can be marked. */
  readonly ahead: boolean
  readonly onCode: (code: string) => void
}

/** The keys of the marks, as buttons for the mouse. */
export function MarkButtons({ codes, ahead, onCode }: MarkButtonsProps) {
  return (
    <div className={classes.codes} role="group" aria-label="Mark the row in hand">
      {codes.map((code) => (
        <button
          key={code.code}
          type="button"
          className={classes.code}
          disabled={ahead && code.code !== 'A'}
          title={code.label}
          // The focus stays in the sheet, on the row that is being marked.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCode(code.code)}
        >
          <Kbd size="xs">{code.key.toUpperCase()}</Kbd>{' '}
          <span className={classes.codeLabel}>{code.label}</span>
        </button>
      ))}
    </div>
  )
}

/** Whether anybody has family on the register, and whether they stand together. */
export type Families = 'none' | 'apart' | 'together'

interface MoreKeysProps {
  readonly families: Families
  readonly onFamilies: () => void
}

/** The keys that are no marks. */
export function MoreKeys({ families, onFamilies }: MoreKeysProps) {
  return (
    <>
      {families !== 'none' && (
        <button
          type="button"
          className={classes.code}
          aria-pressed={families === 'together'}
          title="The members of a family one under the other"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onFamilies}
        >
          <Kbd size="xs">F</Kbd> Families
        </button>
      )}
      <ul className={classes.keys} aria-label="More keys">
        {families !== 'none' && (
          <li>
            <Keys keys={['Shift', 'P']} /> Whole family
          </li>
        )}
        <li>
          <Keys keys={['L', '1', '0']} /> 10 min late
        </li>
        <li>
          <Keys keys={['F2']} /> Note
        </li>
        <li>
          <Keys keys={['Delete']} /> Not recorded
        </li>
        <li>
          <Keys keys={['Ctrl', 'Z']} /> Undo
        </li>
      </ul>
    </>
  )
}
