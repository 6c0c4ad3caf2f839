import { IconAlertTriangle } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { Letter } from '../../ui/letter.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import type { PersonId } from '../../../shared/ids.ts'
import type { MarkCode } from '../../../shared/registers/mark-code.ts'
import type { RegisterRow } from '../../../shared/registers/registers.contract.ts'
import type { Unsaved } from './use-marking.ts'
import classes from './register.module.css'

interface RegisterTableProps {
  readonly label: string
  readonly rows: readonly RegisterRow[]
  readonly codes: readonly MarkCode[]
  readonly current: PersonId | null
  readonly unsaved: ReadonlyMap<PersonId, Unsaved>
  readonly readOnly: boolean
  /** Hands over each mark cell, so that the focus can be put in it. */
  readonly onCell: (personId: PersonId, cell: HTMLElement | null) => void
  readonly onFocus: (personId: PersonId) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, row: RegisterRow) => void
}

/** The sheet: a row a person, one cell of it to be filled in. Only the cell in hand is a stop of the Tab key. */
export function RegisterTable(props: RegisterTableProps) {
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
        {props.rows.map((row) => (
          <Row key={row.personId} row={row} {...props} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, ...props }: RegisterTableProps & { row: RegisterRow }) {
  const { personId } = row
  const { codes, current, unsaved, onCell, onFocus, onKeyDown } = props
  const focus = () => onFocus(personId)
  return (
    <tr data-current={current === personId} onClick={focus}>
      <td className={classes.number}>{row.number}</td>
      <th scope="row" className={classes.name}>
        <PersonName name={row.name} alert={row.alert} provisional={row.provisional} />
        {row.walkIn && <span className={classes.walkIn}>Walk-in</span>}
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
        <MarkWords row={row} codes={codes} unsaved={unsaved.get(personId)} />
      </td>
    </tr>
  )
}

const labelOf = (codes: readonly MarkCode[], letter: string) =>
  codes.find((code) => code.code === letter)?.label ?? ''

/** The letter large, its word beside it. What is not saved never looks as if it were. */
function MarkWords({
  row,
  codes,
  unsaved,
}: {
  row: RegisterRow
  codes: readonly MarkCode[]
  unsaved: Unsaved | undefined
}) {
  if (unsaved?.state === 'failed')
    return (
      <span className={classes.failed} title={unsaved.message}>
        <IconAlertTriangle size={18} aria-hidden />
        {unsaved.code === null ? 'Not cleared' : `${unsaved.code} not saved`}
        {row.mark !== null && `, still ${row.mark.code}`}
      </span>
    )
  const code = unsaved === undefined ? (row.mark?.code ?? null) : unsaved.code
  const known = codes.find((one) => one.code === code)
  const tone = code === null ? 'none' : known?.attended ? 'came' : 'other'
  return (
    <span className={classes.words} data-saving={unsaved !== undefined} data-tone={tone}>
      <span className={classes.letter} aria-hidden>
        {code ?? '·'}
      </span>
      <span className={classes.word}>
        {code === null ? <span className="sr-only">Not recorded</span> : (known?.label ?? code)}
      </span>
      {unsaved !== undefined && <span className="sr-only">, saving</span>}
    </span>
  )
}
