import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { go } from '../../location.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { Closure } from '../../../shared/closures/closures.contract.ts'
import { draftOfClosure, missingIn, wantedOf, type Missing } from './closure-draft.ts'
import { ClosureFields } from './closure-fields.tsx'

interface PanelProps {
  readonly closure: Closure
  readonly onClose: () => void
}

/** Changes a closure from now on. */
export function ChangeClosure({ closure, onClose }: PanelProps) {
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const { values: draft, change, forget } = useDraft(`closure ${closure.id} ${closure.version}`, draftOfClosure(closure)) // prettier-ignore
  const [missing, setMissing] = useState<readonly Missing[]>([])
  const update = useCommand('closures', 'update', {
    failure: 'inline',
    undo: true,
    done: 'Closure changed',
    onDone: ({ id }) => {
      forget()
      onClose()
      // Other places, once it has begun, are a closure of their own.
      if (id !== closure.id) go(`/closures/${id}`)
    },
  })
  const { idOf, field } = useFields(update.error)
  const save = () => {
    const unanswered = missingIn(draft)
    setMissing(unanswered)
    const wanted = wantedOf(draft, buildings)
    if (unanswered.length === 0 && wanted)
      update.mutate({ ...wanted, id: closure.id, version: closure.version })
  }
  const named = missing.map(({ field: name, message }) => [name, message] as const)
  const when = field('when').error
  return (
    <FormPanel
      title="Change the closure"
      onClose={onClose}
      onSubmit={save}
      submit="Save"
      pending={update.isPending}
      error={update.error}
      idOf={idOf}
    >
      <ClosureFields
        {...{ draft, change, buildings, idOf }}
        errors={Object.fromEntries([...named, ...(when ? [['when', when] as const] : [])])}
        standing
      />
    </FormPanel>
  )
}

/** Ends a closure now, or calls it off, and says why. */
export function LiftClosure({ closure, onClose }: PanelProps) {
  const [reason, setReason] = useState('')
  const lift = useCommand('closures', 'lift', {
    failure: 'inline',
    undo: true,
    done: `${closure.where} can be used again`,
    onDone: onClose,
  })
  const { idOf, field } = useFields(lift.error)
  return (
    <FormPanel
      title="Lift the closure"
      onClose={onClose}
      onSubmit={() => lift.mutate({ id: closure.id, version: closure.version, reason })}
      submit="Lift the closure"
      pending={lift.isPending}
      error={lift.error}
      idOf={idOf}
    >
      <p>It can be used again from now on. What was moved stays where it was moved to.</p>
      <Textarea
        {...field('reason')}
        label="Why"
        description="For example, the boiler is mended."
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={300}
        autosize
        autoFocus
      />
    </FormPanel>
  )
}
