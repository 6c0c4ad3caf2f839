import { Anchor, Button, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask, askKeeping } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { go } from '../../location.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { problemsOf, useFields } from '../../ui/form-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { count } from '../../../shared/text.ts'
import { missingIn, newDraft, wantedOf, type ClosureDraft, type Missing } from './closure-draft.ts'
import { ClosureFields } from './closure-fields.tsx'
import classes from './closures.module.css'

/** Three short questions; what the closure would hit is counted while they are answered. */
export function CloseScreen() {
  const buildings = useQuery(ask('buildings', 'list', {}))
  return (
    <Page
      title="Close a building"
      sentence="Or a room, or everywhere. Nothing that is booked is lost: you decide about each booking next."
      back={<Anchor href="#/closures">Closures</Anchor>}
    >
      <Answer query={buildings}>{(all) => <CloseForm buildings={all} />}</Answer>
    </Page>
  )
}

function CloseForm({ buildings }: { buildings: readonly Building[] }) {
  const [buildingId] = useBuilding()
  const { values: draft, change, forget } = useDraft('closure new', newDraft(buildingId))
  const [missing, setMissing] = useState<readonly Missing[]>([])
  const create = useCommand('closures', 'create', {
    failure: 'inline',
    done: ({ where }) => `Closed: ${where}`,
    undo: true,
    onDone: ({ id }) => {
      forget()
      go(`/closures/${id}`)
    },
  })
  const { idOf, field } = useFields(create.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const unanswered = missingIn(draft)
    setMissing(unanswered)
    const wanted = wantedOf(draft, buildings)
    if (unanswered.length === 0 && wanted?.when) create.mutate({ ...wanted, when: wanted.when })
  }
  const named = Object.fromEntries(missing.map(({ field: name, message }) => [name, message]))
  const said = ['places', 'from', 'to', 'when', 'reason', 'note'].map(
    (name) => [name, field(name).error] as const,
  )
  const errors = {
    ...Object.fromEntries(said.flatMap(([name, text]) => (text ? [[name, text]] : []))),
    ...named,
  }
  const problems =
    missing.length > 0
      ? missing.map(({ field: name, message }) => ({ field: idOf(name), message }))
      : problemsOf(create.error, idOf)
  return (
    <div className={classes.close}>
      <form onSubmit={save} noValidate className={classes.form}>
        <ErrorSummary errors={problems} />
        <Stack gap="lg">
          <ClosureFields {...{ draft, change, buildings, idOf, errors }} />
          <div className={classes.buttons}>
            <Button type="submit" loading={create.isPending}>
              Close it and see what it hits
            </Button>
          </div>
        </Stack>
      </form>
      <WouldHit draft={draft} buildings={buildings} />
    </div>
  )
}

/** What the closure would hit, while it is being described. */
function WouldHit({ draft, buildings }: { draft: ClosureDraft; buildings: readonly Building[] }) {
  const [settled] = useDebouncedValue(draft, 200)
  const wanted = wantedOf(settled, buildings)
  const asked = wanted?.when ? { ...wanted, when: wanted.when, reason: 'Closed', note: null } : null
  // Only asked once there is something to ask.
  const query = useQuery({
    ...askKeeping('closures', 'previewDesk', asked ?? unasked),
    enabled: asked !== null,
  })
  if (asked === null || query.data === undefined) return null
  const { rows, families, where, when } = query.data
  const sessions = rows.filter((row) => row.sessionId !== null).length
  const unhoused = rows.filter((row) => row.proposal === null).length
  return (
    <aside className={classes.hit} aria-live="polite" aria-label="What it would hit">
      <p className={classes.number}>{rows.length}</p>
      <h2>{rows.length === 1 ? 'booking is hit' : 'bookings are hit'}</h2>
      <p>
        {where}, {when}
      </p>
      {rows.length > 0 && (
        <ul>
          {sessions > 0 && (
            <li>
              {count(sessions, 'group session')}, {count(families, 'family', 'families')} expected
            </li>
          )}
          <li>{freeWords(rows.length - unhoused, unhoused)}</li>
        </ul>
      )}
    </aside>
  )
}

function freeWords(housed: number, unhoused: number): string {
  if (unhoused === 0)
    return housed === 1 ? 'There is a free room for it.' : 'There is a free room for every one.'
  if (housed === 0) return `There is no free room for ${unhoused === 1 ? 'it' : 'any of them'}.`
  return `${count(housed, 'has', 'have')} a free room to go to, ${unhoused} ${unhoused === 1 ? 'has' : 'have'} not.`
}

const unasked = { everywhere: true, when: { kind: 'days', from: '2000-01-01', to: '2000-01-01' }, reason: 'Closed' } as const // prettier-ignore
