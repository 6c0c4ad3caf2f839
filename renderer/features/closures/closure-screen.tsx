import { Alert, Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useParams } from 'wouter'
import { ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Choice, Closure } from '../../../shared/closures/closures.contract.ts'
import type { Desk } from '../../../shared/closures/desk.contract.ts'
import { closureId as closureIdSchema } from '../../../shared/ids.ts'
import { count } from '../../../shared/text.ts'
import { CallListButton } from './call-list-button.tsx'
import { ChangeClosure, LiftClosure } from './closure-panels.tsx'
import { deskSentence, stateWords } from './closure-words.ts'
import { DecidedTable } from './decided-table.tsx'
import { DeskTable, reasonFieldOf } from './desk-table.tsx'
import { choiceOf, useChoices } from './use-choices.ts'
import classes from './closures.module.css'

/** The closure desk: everything that a closure hits, a room for each, and one button that carries it all out. */
export function ClosureScreen() {
  const id = closureIdSchema.safeParse(useParams()['id'])
  const closureId = id.success ? id.data : null
  const closure = useQuery({
    ...ask('closures', 'get', { id: closureId ?? '' }),
    enabled: closureId !== null,
  })
  const desk = useQuery({
    ...ask('closures', 'desk', { closureId: closureId ?? '' }),
    enabled: closureId !== null,
  })
  if (closureId === null || closure.data === undefined)
    return (
      <Page title="Closure" back={<Back />}>
        {closureId === null ? (
          <EmptyState>There is no such closure.</EmptyState>
        ) : (
          <Answer query={closure}>{() => null}</Answer>
        )}
      </Page>
    )
  return (
    <Answer query={desk}>{(data) => <DeskPage key={closureId} closure={closure.data} desk={data} />}</Answer>
  )
}

const Back = () => <Anchor href="#/closures">Closures</Anchor>

type Panel = 'change' | 'lift' | null

function DeskPage({ closure, desk }: { closure: Closure; desk: Desk }) {
  const choices = useChoices(`Closed: ${closure.reason}`)
  const [panel, setPanel] = useState<Panel>(null)
  const [asked, setAsked] = useState(false)
  const rehome = useCommand('closures', 'rehome', {
    failure: 'inline',
    undo: true,
    done: doneWords,
    onDone: choices.forgetDone,
  })
  const wanted = desk.rows.map((row) => (row.problem === null ? choiceOf(row, choices.of(row)) : null))
  const ready = wanted.filter((one): one is Choice => one !== null && one !== 'missing')
  const changes = wanted.filter((one) => one !== null).length
  const apply = () => {
    setAsked(true)
    const unsaid = desk.rows.find((_, at) => wanted[at] === 'missing')
    // Among forty bookings the one without a reason may be far out of sight.
    if (unsaid !== undefined) document.getElementById(reasonFieldOf(unsaid))?.focus()
    if (changes > 0 && ready.length === changes) rehome.mutate({ closureId: closure.id, choices: ready })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    apply()
  }
  const open = desk.rows.some((row) => row.keptBecause === null && row.problem === null)
  return (
    <Page
      title={`${closure.where} closed`}
      sentence={`${desk.when} · ${closure.reason} · ${stateWords[closure.state]}`}
      back={<Back />}
      action={
        changes > 0 ? (
          <Button onClick={apply} loading={rehome.isPending}>
            {`Apply ${count(changes, 'change')}`}
          </Button>
        ) : undefined
      }
      side={<SidePart panel={panel} closure={closure} onClose={() => setPanel(null)} />}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears Ctrl+Enter from the table's fields */}
      <div className={classes.page} onKeyDown={onKey}>
        <div className={classes.tools}>
          <p className={classes.hitLine} role="status">
            {deskSentence(desk)}
          </p>
          <Tools closure={closure} desk={desk} onPanel={setPanel} />
        </div>
        {closure.note !== null && <p className={classes.facts}>{closure.note}</p>}
        {closure.liftedReason !== null && <p className={classes.facts}>Lifted: {closure.liftedReason}</p>}
        {rehome.error !== null && (
          <Alert role="alert" variant="default" color="danger" title="That was not done">
            {failureText(rehome.error)}
          </Alert>
        )}
        {desk.rows.length > 0 && (
          <DeskTable rows={desk.rows} choices={choices} problems={problemsIn(rehome.error)} asked={asked} />
        )}
        {open && <p className={classes.keys}>Ctrl+Enter applies what is chosen. Nothing changes before.</p>}
        <DecidedTable decided={desk.decided} />
      </div>
    </Page>
  )
}

const doneWords = ({ moved, cancelled, kept }: { moved: number; cancelled: number; kept: number }): string =>
  [
    ...(moved > 0 ? [`${count(moved, 'booking')} moved`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(kept > 0 ? [`${kept} ${kept === 1 ? 'runs' : 'run'} anyway`] : []),
  ].join(', ')

/** Why what was chosen could not be done, by booking. */
function problemsIn(error: Error | null): ReadonlyMap<string, string> {
  const problems = error instanceof ApiError ? error.details['problems'] : undefined
  if (!Array.isArray(problems)) return new Map()
  const all: readonly unknown[] = problems
  return new Map(
    all.flatMap((one) =>
      typeof one === 'object' && one !== null && 'bookingId' in one && 'because' in one
        ? [[String(one.bookingId), String(one.because)] as const]
        : [],
    ),
  )
}

function Tools({
  closure,
  desk,
  onPanel,
}: {
  closure: Closure
  desk: Desk
  onPanel: (panel: Panel) => void
}) {
  const may = useMay()
  const standing = closure.state === 'now' || closure.state === 'to-come'
  return (
    <div className={classes.buttons}>
      {may('people.view') && desk.rows.length + desk.decided.length > 0 && (
        <CallListButton closure={closure} />
      )}
      {closure.mayChange && standing && (
        <>
          <Button variant="default" onClick={() => onPanel('change')}>
            Change
          </Button>
          <Button variant="default" onClick={() => onPanel('lift')}>
            Lift the closure
          </Button>
        </>
      )}
    </div>
  )
}

function SidePart({ panel, closure, onClose }: { panel: Panel; closure: Closure; onClose: () => void }) {
  if (panel === 'change') return <ChangeClosure key={closure.version} closure={closure} onClose={onClose} />
  return panel === 'lift' ? <LiftClosure closure={closure} onClose={onClose} /> : null
}
