import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'wouter'
import { fieldErrors } from '../../api/commands.ts'
import { useStartNew } from '../../frame/new-things.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf } from '../../ui/form-panel.tsx'
import { listKeepsEnter } from '../../ui/list-keeps-enter.ts'
import { Page } from '../../ui/page.tsx'
import { count } from '../../../shared/text.ts'
import { linkedNames, missingIn, planOf, suggestedName } from './plan-draft.ts'
import { focusIn, PlanDates } from './plan-dates.tsx'
import { PlanQuestions } from './plan-questions.tsx'
import { usePlan } from './use-plan.ts'
import classes from './plan.module.css'

/** What the dates wait for, while they are not there: the one thing that is missing, or several. */
const waitingFor = (missing: readonly { message: string }[]): string =>
  missing.length === 1 && missing[0] !== undefined
    ? missing[0].message
    : 'Say what, where and when, and the dates show here.'

/** Planning a group on one page: four questions, and the dates as they will be. */
export function PlanScreen() {
  const { draft, change, programmes, staff, places, plan, preview, error } = usePlan()
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const prefix = useId()
  const idOf = (field: string) => `${prefix}-${field}`
  // The page itself is what + New asked for.
  useStartNew('group', () => undefined)
  const missing = missingIn(draft)
  const byField = { ...fieldErrors(plan.error), ...(tried && Object.fromEntries(missing.map((one) => [one.field, one.message]))) } // prettier-ignore
  const clash = preview?.rows.find((row) => row.obstacles.length > 0)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    const rule = planOf(draft)
    if (rule === null) return
    if (clash) return focusIn(clash.date, 'button')
    const programme = programmes.find((one) => one.id === draft.programmeId)
    const { linked, ...own } = rule
    plan.mutate({
      ...own,
      mode: draft.mode,
      linked: linked ? { ...linked, ...linkedNames(draft, programmes, places) } : null,
      name: draft.name ?? suggestedName(draft, programme, places),
      publicTitle: draft.publicTitle ?? programme?.publicTitle ?? '',
    })
  }
  const problems = tried && missing.length > 0 ? missing.map((one) => ({ ...one, field: idOf(one.field) })) : problemsOf(plan.error, idOf) // prettier-ignore
  return (
    <Page title="Plan a group" back={<Link to="/groups">Groups</Link>}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its fields */}
      <form onSubmit={save} onKeyDown={listKeepsEnter} noValidate>
        <div className={classes.halves}>
          <div className={classes.half} data-pane tabIndex={-1}>
            {/* Anew at each try: the focus goes to it again. */}
            <ErrorSummary key={tries} errors={problems} />
            <PlanQuestions
              draft={draft}
              change={change}
              programmes={programmes}
              staff={staff}
              places={places}
              idOf={idOf}
              errors={byField}
            />
          </div>
          <PlanDates
            preview={preview}
            waiting={waitingFor(missing)}
            error={error}
            places={places}
            edits={draft.edits}
            onEdits={(edits) => change({ edits })}
          />
        </div>
        <footer className={classes.foot} data-page-foot>
          <Button type="submit" loading={plan.isPending}>
            {preview === null
              ? 'Plan the group'
              : `Plan ${count(preview.kept, 'session')}${draft.linked === null ? '' : ' of each group'}`}
          </Button>
          {clash !== undefined && (
            <span className={classes.footWords}>
              Something is in the way of {count(preview?.inTheWay ?? 0, 'date')}: choose another room, or
              leave {preview?.inTheWay === 1 ? 'it' : 'them'} out.
            </span>
          )}
        </footer>
      </form>
    </Page>
  )
}
