import { Button, SegmentedControl } from '@mantine/core'
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
import { viewOf, views, viewsOffered, type ViewName } from './views.ts'
import classes from './outcomes.module.css'

const keys = [
  { keys: ['Enter'], does: 'Save and go down' },
  { keys: ['↑', '↓', '←', '→'], does: 'Move' },
  { keys: ['Esc'], does: 'Put back what was there' },
]

/** The readings of a group's people, before and after unless another time is chosen, typed where they are read. */
export function GroupOutcomesTab({ groupId }: { groupId: GroupId }) {
  const sheet = useQuery(ask('outcomes', 'sheet', { groupId }))
  return <Answer query={sheet}>{(data) => <Sheet sheet={data} />}</Answer>
}

function Sheet({ sheet }: { sheet: OutcomeSheet }) {
  const [takenOn, setTakenOn] = useState<string | null>(useToday())
  const [chosen, setViewName] = useState<ViewName>('before-after')
  const offered = viewsOffered(sheet)
  const viewName = offered.includes(chosen) ? chosen : (offered[0] ?? chosen)
  const view = views[viewName]
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
        <SegmentedControl
          aria-label="Which readings"
          value={viewName}
          onChange={setViewName}
          data={offered.map((value) => ({ value, label: views[value].label }))}
        />
        <div className={classes.date}>
          <DateField label="New numbers are of" value={takenOn} onChange={setTakenOn} />
        </div>
        <p className={classes.quiet}>
          Type a number, or a few words why there is none, such as “moved away”. Nothing typed is shown as –
          and never counts as 0.{view.note}
        </p>
      </div>
      {sheet.measures.map((measure) => {
        const own = viewOf(view, sheet, measure.id)
        return (
          own && (
            <MeasureSection key={measure.id} sheet={sheet} measure={measure} view={own} takenOn={takenOn} />
          )
        )
      })}
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
          <Button variant="default" onClick={() => go('/settings/programmes')}>
            Choose measures for the programme
          </Button>
        )
      }
    >
      The programme of this group uses no measure, so there is nothing to write down before and after.
    </EmptyState>
  )
}
