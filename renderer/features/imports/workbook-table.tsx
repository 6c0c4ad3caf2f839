import { Checkbox } from '@mantine/core'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { standingInWords } from '../../../shared/exports/standing-words.ts'
import type { Difference } from '../../../shared/imports/comparing.contract.ts'
import { keyOf, withTaken, type Section } from './workbook-choices.ts'
import classes from './imports.module.css'

interface TakeProps {
  readonly taken: ReadonlySet<string>
  readonly onTake: (taken: ReadonlySet<string>) => void
}

/** Changes that may be made, each with a box to tick, and one box for all of them. */
export function TakeSection({ section, taken, onTake }: TakeProps & { section: Section }) {
  const { differences, title, about } = section
  const some = differences.filter((one) => taken.has(keyOf(one))).length
  return (
    <section className={classes.section} aria-labelledby={`workbook-${section.key}`}>
      <div className={classes.sectionHead}>
        <h2 id={`workbook-${section.key}`}>{title}</h2>
        <Checkbox
          label={`All ${differences.length}`}
          aria-label={`Make all ${differences.length} changes of ${title}`}
          checked={some === differences.length}
          indeterminate={some > 0 && some < differences.length}
          onChange={(event) => onTake(withTaken(taken, differences, event.currentTarget.checked))}
        />
      </div>
      {about !== null && <p className={classes.quiet}>{about}</p>}
      <DataTable
        label={title}
        columns={[takeColumn({ taken, onTake }), ...placeColumns, ...threeColumns, noteColumn]}
        rows={differences}
        rowKey={keyOf}
        noun={['change', 'changes']}
      />
    </section>
  )
}

const takeColumn = ({ taken, onTake }: TakeProps): Column<Difference> => ({
  key: 'take',
  heading: 'Make it',
  width: '72px',
  cell: (one) => (
    <Checkbox
      aria-label={`${one.who}, ${one.what}: ${standingInWords(one.now)} becomes ${standingInWords(one.file)}`}
      checked={taken.has(keyOf(one))}
      onChange={(event) => onTake(withTaken(taken, [one], event.currentTarget.checked))}
    />
  ),
})

const placeColumns: readonly Column<Difference>[] = [
  { key: 'who', heading: 'Who', width: '20%', cell: (one) => <b>{one.who}</b> },
  { key: 'what', heading: 'What', width: '24%', cell: (one) => one.what },
]

const threeColumns: readonly Column<Difference>[] = [
  { key: 'was', heading: 'When the file was made', cell: (one) => standingInWords(one.was) },
  { key: 'file', heading: 'In the file', cell: (one) => <b>{standingInWords(one.file)}</b> },
  { key: 'now', heading: 'Here now', cell: (one) => standingInWords(one.now) },
]

const noteColumn: Column<Difference> = {
  key: 'notes',
  heading: 'Note',
  cell: (one) => (
    <span className={classes.quiet}>
      {one.clears && 'Takes away what is here. '}
      {one.needsReason && 'Corrects a register that was completed more than a week ago. '}
      {one.notes.join(' ')}
    </span>
  ),
}

/** What is changed in the file and cannot be made, with why. */
export function RefusedSection({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="workbook-refused">
      <h2 id="workbook-refused">Cannot be made</h2>
      <DataTable
        label="Changes that cannot be made"
        columns={[
          { key: 'row', heading: 'Row', align: 'right', width: '56px', cell: (one) => one.fileRow },
          ...placeColumns,
          { key: 'why', heading: 'Why', cell: (one) => one.problem },
        ]}
        rows={differences}
        rowKey={keyOf}
        noun={['change', 'changes']}
      />
    </section>
  )
}

/** What was changed here since the file was made: kept, and there to be looked at. */
export function HereOnlySection({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return null
  return (
    <details className={classes.section}>
      <summary>
        Changed here since the file was made, and kept: {differences.length}
      </summary>
      <DataTable
        label="Changed here since, and kept"
        columns={[
          ...placeColumns,
          { key: 'was', heading: 'When the file was made', cell: (one) => standingInWords(one.was) },
          { key: 'now', heading: 'Here now', cell: (one) => standingInWords(one.now) },
        ]}
        rows={differences}
        rowKey={keyOf}
        noun={['change', 'changes']}
      />
    </details>
  )
} // prettier-ignore
