import type { KeyboardEvent } from 'react'
import { Letter } from '../../ui/letter.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { placeInFamily } from './families.ts'
import { MarkWords } from './mark-words.tsx'
import { RowChips } from './row-chips.tsx'
import type { Unsaved } from './use-marking.ts'
import type { Typed } from './use-minutes.ts'
import classes from './register.module.css'

interface RegisterTableProps {
  readonly label: string
  readonly rows: readonly RegisterRow[]
  readonly volunteers: readonly RegisterRow[]
  /** Whether the members of a family stand together, and so are held by a line. */
  readonly together: boolean
  readonly codes: readonly MarkCode[]
  readonly current: PersonId | null
  readonly unsaved: ReadonlyMap<PersonId, Unsaved>
  readonly typed: Typed | null
  readonly readOnly: boolean
  /** Hands over each mark cell, so that the focus can be put in it. */
  readonly onCell: (personId: PersonId, cell: HTMLElement | null) => void
  readonly onFocus: (personId: PersonId) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: RegisterRow) => void
}

/** The sheet: a row a person, one cell of it to be filled in. Only the cell in hand is a stop of the Tab key. */
export function RegisterTable(props: RegisterTableProps) {
  const { rows, volunteers, together } = props
  return (
    // A grid is a table whose cells take the focus; the letters are pressed in them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table className={classes.table} role="grid" aria-label={props.label} aria-readonly={props.readOnly}>
      <thead>
        <tr>
          <th scope="col" className={classes.number}>
            <abbr title="Number">No.</abbr>
          </th>
          <th scope="col">Name</th>
          <th scope="col" className={classes.age}>
            Age
          </th>
          <th scope="col" className={classes.before}>
            Last three
          </th>
          <th scope="col" className={classes.markHead}>
            Mark
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Row key={row.personId} {...props} row={row} family={together ? placeInFamily(rows, at) : null} />
        ))}
      </tbody>
      {volunteers.length > 0 && (
        <tbody>
          <tr className={classes.section}>
            <th colSpan={5} scope="colgroup">
              Volunteers <span className={classes.quiet}>in no count, and nothing need be recorded</span>
            </th>
          </tr>
          {volunteers.map((row) => (
            <Row key={row.personId} {...props} row={row} family={null} />
          ))}
        </tbody>
      )}
    </table>
  )
}

type RowProps = RegisterTableProps & {
  readonly row: RegisterRow
  readonly family: ReturnType<typeof placeInFamily>
}

function Row({ row, family, ...props }: RowProps) {
  const { personId } = row
  const { codes, current, unsaved, typed, onCell, onFocus, onKeyDown } = props
  const focus = () => onFocus(personId)
  return (
    <tr data-current={current === personId} data-family={family ?? undefined} onClick={focus}>
      <td className={classes.number}>{row.role === 'volunteer' ? '' : row.number}</td>
      <th scope="row" className={classes.name}>
        <PersonName name={row.name} alert={row.alert} provisional={row.provisional} />
        <RowChips row={row} />
      </th>
      <td className={classes.age}>{row.age ?? <span title="Date of birth not known">–</span>}</td>
      <td className={classes.before}>
        {row.lastMarks.map((code, at) => (
          // The order is the order of the sessions: nothing else names a letter.
          <Letter key={at} code={code} label={labelOf(codes, code)} faint />
        ))}
      </td>
      <td
        ref={(cell) => onCell(personId, cell)}
        className={classes.mark}
        tabIndex={current === personId ? 0 : -1}
        onFocus={focus}
        onKeyDown={(event) => onKeyDown(event, row)}
      >
        <MarkWords
          row={row}
          codes={codes}
          unsaved={unsaved.get(personId)}
          digits={typed?.row.personId === personId ? typed.digits : null}
        />
      </td>
    </tr>
  )
}

const labelOf = (codes: readonly MarkCode[], letter: string) =>
  codes.find((code) => code.code === letter)?.label ?? ''
