import { Button, Kbd } from '@mantine/core'
import { useMay } from '../../api/session.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { roomInWords } from '../../../shared/registers/headcounts.rules.ts'
import { deliveryModeLabels } from '../../../shared/programmes/session-kinds.ts'
import { deliveredInWords } from './record-words.ts'
import classes from './register.module.css'

interface RecordStripProps {
  readonly register: Register
  readonly onDelivered: () => void
  readonly onRecord: () => void
  readonly onDidNotRun: () => void
}

/** What is recorded of the session beside its marks, and the keys that add to it. */
export function RecordStrip({ register, onDelivered, onRecord, onDidNotRun }: RecordStripProps) {
  const may = useMay()
  const { state, suggested } = register
  const mayWrite = may('registers.edit') && state !== 'did-not-run'
  const offers = mayWrite && state !== 'not-due' && suggested.length > 0
  return (
    <section className={classes.strip} aria-label="This session">
      {wordsOf(register).map((words) => (
        <p key={words} className={classes.stripWords}>
          {words}
        </p>
      ))}
      {offers && (
        <Button
          variant="default"
          size="xs"
          className={classes.stripButton}
          onClick={onDelivered}
          rightSection={<Kbd size="xs">D</Kbd>}
          classNames={{ label: classes.stripLabel ?? '' }}
        >
          {deliveredInWords(suggested)}
        </Button>
      )}
      <Button variant="default" size="xs" onClick={onRecord} rightSection={<Kbd size="xs">S</Kbd>}>
        Session record
      </Button>
      {mayWrite && state !== 'complete' && register.mayChangeGroup && may('groups.edit') && (
        <Button variant="subtle" color="gray" size="xs" onClick={onDidNotRun}>
          It did not run…
        </Button>
      )}
    </section>
  )
}

function wordsOf({ delivered, state, roles, mode, modeOfGroup, note }: Register): string[] {
  const held = state !== 'not-due' && state !== 'did-not-run'
  const how = mode ?? modeOfGroup
  return [
    ...(delivered.length > 0 ? [deliveredInWords(delivered)] : []),
    ...(delivered.length === 0 && held ? ['Who delivered it is not recorded'] : []),
    ...(how === 'in-person' ? [] : [deliveryModeLabels[how]]),
    ...roles.filter((row) => row.counted !== null).map(roomInWords),
    ...(note === null ? [] : ['A note is written']),
  ]
}
