import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { DateField } from '../../ui/date-field.tsx'
import { KeyLegend } from '../../ui/keys.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { GroupId } from '../../../shared/ids.ts'
import type { OutcomeSheet } from '../../../shared/outcomes/outcomes.contract.ts'
import { MeasureSection } from './measure-section.tsx'
import classes from './outcomes.module.css'

const keys = [
  { keys: ['Enter'], does: 'Save and go down' },
  { keys: ['↑', '↓', '←', '→'], does: 'Move' },
  { keys: ['Esc'], does: 'Put back what was there' },
]

/** The before and after of a group's people, typed where they are read. */
export function GroupOutcomesTab({ groupId }: { groupId: GroupId }) {
  const sheet = useQuery(ask('outcomes', 'sheet', { groupId }))
  return <Answer query={sheet}>{(data) => <Sheet sheet={data} />}</Answer>
}

function Sheet({ sheet }: { sheet: OutcomeSheet }) {
  const today = useToday()
  const [takenOn, setTakenOn] = useState<string | null>(today)
  if (sheet.measures.length === 0) return <NoMeasures />
  if (sheet.people.length === 0)
    return (
      <EmptyState>
        Nobody is enrolled in this group yet. Once people are, their outcomes are written here.
      </EmptyState>
    )
  return (
    <div className={classes.sheet}>
      <div className={classes.bar}>
        <p className={classes.quiet}>
          Type a number, or a few words why there is none, such as &ldquo;moved away&rdquo;. Nothing typed is
          shown as – and never counts as 0.
        </p>
        <div className={classes.date}>
          <DateField label="New numbers are of" value={takenOn} onChange={setTakenOn} />
        </div>
      </div>
      {sheet.measures.map((measure) => (
        <MeasureSection key={measure.id} sheet={sheet} measure={measure} takenOn={takenOn ?? today} />
      ))}
      <KeyLegend items={keys} />
    </div>
  )
}

function NoMeasures() {
  const may = useMay()
  return (
    <EmptyState
      action={
        may('programmes.edit') && (
          <Button variant="default" onClick={() => go('/settings')}>
            Choose measures for the programme
          </Button>
        )
      }
    >
      The programme of this group uses no measure, so there is nothing to write down before and after.
    </EmptyState>
  )
}
