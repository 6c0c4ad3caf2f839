import { Button, Checkbox, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import type { CellChange, Grid } from '../../../shared/registers/grid.contract.ts'
import { planPaste, type Block, type GridPlan } from '../../../shared/registers/grid-block.rules.ts'
import { sessionInWords } from '../../../shared/registers/grid.rules.ts'
import { count } from '../../../shared/text.ts'
import classes from './grid.module.css'

/** A block that came from the clipboard, and where it is to go. */
export interface Pasted {
  readonly text: string
  readonly chosen: Block
}

interface PasteDialogProps {
  readonly grid: Grid
  readonly pasted: Pasted
  readonly onPaste: (plan: GridPlan) => void
  readonly onClose: () => void
}

/** Few enough to read; how many more there are is said. */
const SHOWN = 12

/** What a paste would do, before it does it: no mark becomes another unseen, and one wrong cell stops all of it. */
export function GridPasteDialog({ grid, pasted, onPaste, onClose }: PasteDialogProps) {
  const [clear, setClear] = useState(false)
  const leaving = planPaste(grid, pasted.chosen, pasted.text, { blanks: 'leave' })
  const plan = clear ? planPaste(grid, pasted.chosen, pasted.text, { blanks: 'clear' }) : leaving
  const refused = plan.problems.length > 0
  return (
    <Dialog onClose={onClose} title={refused ? 'This block was not pasted' : 'Paste this block'} size="lg">
      <Stack gap="xs">
        {refused ? <Problems problems={plan.problems} /> : <Changes grid={grid} plan={plan} />}
        {leaving.kept > 0 && leaving.problems.length === 0 && (
          <Checkbox
            label={`Take away the ${count(leaving.kept, 'mark')} where the block is blank`}
            description="Left alone, they stay: in a list kept elsewhere a blank often means that nobody knew."
            checked={clear}
            onChange={(event) => setClear(event.currentTarget.checked)}
          />
        )}
        <Group mt="sm">
          {!refused && (
            <Button
              data-autofocus
              disabled={plan.changes.length === 0}
              onClick={() => {
                onPaste(plan)
                onClose()
              }}
            >
              {`Change ${count(plan.changes.length, 'mark')}`}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Problems({ problems }: { problems: readonly string[] }) {
  return (
    <>
      <p>
        Nothing was changed, because {problems.length === 1 ? 'one cell' : `${problems.length} cells`} cannot
        be marked so. Put {problems.length === 1 ? 'it' : 'them'} right in the block, or choose another place,
        and paste again.
      </p>
      <Lines lines={problems} label="Cells that cannot be marked" />
    </>
  )
}

function Changes({ grid, plan }: { grid: Grid; plan: GridPlan }) {
  const { changes, given, replaced, cleared } = plan
  const lines = changes.filter((one) => one.was !== null).map((one) => inWords(grid, one))
  const sums = [
    given > 0 && `${count(given, 'blank cell gets', 'blank cells get')} a mark.`,
    replaced > 0 && `${count(replaced, 'mark becomes', 'marks become')} another.`,
    cleared > 0 && `${count(cleared, 'mark is', 'marks are')} taken away.`,
  ].filter((sum) => sum !== false)
  return (
    <>
      <p>{sums.length === 0 ? 'Everything stands there already.' : sums.join(' ')}</p>
      {lines.length > 0 && <Lines lines={lines} label="Marks that would be another" />}
    </>
  )
}

function Lines({ lines, label }: { lines: readonly string[]; label: string }) {
  return (
    // A list longer than its box is scrolled by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={classes.conflicts} aria-label={label} tabIndex={0}>
      {lines.slice(0, SHOWN).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > SHOWN && <li>and {lines.length - SHOWN} more</li>}
    </ul>
  )
}

/** `Sam Ahmed, Session 3, 10 November 2026: P becomes N` */
function inWords({ people, sessions }: Grid, { personId, sessionId, was, code }: CellChange): string {
  const person = people.find((one) => one.personId === personId)
  const session = sessions.find((one) => one.sessionId === sessionId)
  const what = code === null ? `${was} is taken away` : `${was} becomes ${code}`
  return `${person?.name}, ${session && sessionInWords(session)}: ${what}`
}
