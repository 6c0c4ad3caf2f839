import { Button, SegmentedControl, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay, useToday } from '../../api/session.ts'
import { go } from '../../location.ts'
import { DateField } from '../../ui/date-field.tsx'
import { KeyLegend } from '../../ui/keys.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { GroupId, MeasureId } from '../../../shared/ids.ts'
import { basisOf, findingOf } from '../../../shared/outcomes/change.rules.ts'
import type { Measure, OutcomeSheet } from '../../../shared/outcomes/outcomes.contract.ts'
import { DuePanel } from './due-panel.tsx'
import { EntrySection } from './entry-section.tsx'
import { FeedbackSection } from './feedback-section.tsx'
import { MeasureSection } from './measure-section.tsx'
import { PeopleChange } from './people-change.tsx'
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
  const [chosen, setChosen] = useState<MeasureId | null>(null)
  const measures = sheet.measures.filter((one) => one.details.use === 'change')
  const measure = measures.find((one) => one.id === chosen) ?? measures[0]
  if (sheet.measures.length === 0) return <NoMeasures />
  if (sheet.people.length === 0)
    return (
      <EmptyState>
        Nobody is enrolled in this group yet. Once people are, their outcomes are written here.
      </EmptyState>
    )
  return (
    <div className={classes.sheet}>
      <DuePanel groupId={sheet.groupId} />
      {measures.length > 1 && (
        <Tabs value={measure?.id ?? null} onChange={(id) => setChosen(measures.find((one) => one.id === id)?.id ?? null)}>
          <Tabs.List aria-label="Measures">
            {measures.map((one) => (
              <Tabs.Tab key={one.id} value={one.id}>
                {one.name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      {measure && (measure.kind === 'goals' ? <Goals key={measure.id} sheet={sheet} measure={measure} /> : <Numbers key={measure.id} sheet={sheet} measure={measure} />)}
      <FeedbackSection groupId={sheet.groupId} />
    </div>
  )
} // prettier-ignore

interface OfMeasure {
  readonly sheet: OutcomeSheet
  readonly measure: Measure
}

/** A measure of numbers: the finding, the grid it is typed in, and everybody from before to after. */
function Numbers({ sheet, measure }: OfMeasure) {
  const change = sheet.change.find((one) => one.measureId === measure.id)
  return (
    <section aria-label={measure.name}>
      <h2 className={classes.finding}>{change && findingOf(measure, change)}</h2>
      <p className={classes.quiet}>
        {measure.name}. {change !== undefined && change.people > 0 && basisOf(change)}
      </p>
      <EntrySection sheet={sheet} measure={measure} />
      <PeopleChange sheet={sheet} measure={measure} />
    </section>
  )
}

/** Goals in words, each with its own numbers. */
function Goals({ sheet, measure }: OfMeasure) {
  const [takenOn, setTakenOn] = useState<string | null>(useToday())
  const [chosen, setViewName] = useState<ViewName>('before-after')
  const offered = viewsOffered(sheet)
  const viewName = offered.includes(chosen) ? chosen : (offered[0] ?? chosen)
  const view = views[viewName]
  const own = viewOf(view, sheet, measure.id)
  return (
    <>
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
      {own && <MeasureSection sheet={sheet} measure={measure} view={own} takenOn={takenOn} />}
      <KeyLegend items={keys} />
    </>
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
