import { Select, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { failureText } from '../../api/notify.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { deliveryModeLabels, deliveryModes } from '../../../shared/programmes/session-kinds.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { DeliveredFields } from './delivered-fields.tsx'
import { HeadcountField } from './headcount-field.tsx'
import classes from './register.module.css'

interface SessionRecordProps {
  readonly register: Register
  readonly mayWrite: boolean
  readonly onClose: () => void
}

/** What stands with a session beside its marks. Each answer is saved when it is given, as the marks are. */
export function SessionRecord({ register, mayWrite, onClose }: SessionRecordProps) {
  const { sessionId, state, roles, openToAll } = register
  const held = state !== 'not-due' && state !== 'did-not-run'
  const heads = openToAll || roles.some((row) => row.counted !== null)
  return (
    <SidePanel title="Session record" onClose={onClose}>
      <Stack gap="lg">
        {heads && (
          <section aria-label="Heads counted">
            <h3 className={classes.part}>Heads counted</h3>
            <p className={classes.quiet}>All told: those with a name are among them, and are never added.</p>
            <Stack gap="sm" mt="xs">
              {roles.map((row) => (
                <HeadcountField
                  key={`${row.role} ${row.counted}`}
                  sessionId={sessionId}
                  row={row}
                  disabled={!mayWrite || !held || state === 'complete'}
                />
              ))}
            </Stack>
          </section>
        )}
        <DeliveredFields register={register} disabled={!mayWrite || !held} />
        <ModeField register={register} disabled={!mayWrite || state === 'did-not-run'} />
        <NoteOfSession key={register.note ?? ''} register={register} disabled={!mayWrite} />
      </Stack>
    </SidePanel>
  )
}

function ModeField({ register, disabled }: { register: Register; disabled: boolean }) {
  const { sessionId, mode, modeOfGroup } = register
  const set = useCommand('registers', 'setMode')
  return (
    <Select
      label="How it met"
      disabled={disabled}
      data={[
        { value: 'group', label: `As the group does: ${deliveryModeLabels[modeOfGroup].toLowerCase()}` },
        ...deliveryModes.map((value) => ({ value, label: deliveryModeLabels[value] })),
      ]}
      value={mode ?? 'group'}
      onChange={(chosen) =>
        set.mutate({ sessionId, mode: deliveryModes.find((one) => one === chosen) ?? null })
      }
      allowDeselect={false}
    />
  )
}

function NoteOfSession({ register, disabled }: { register: Register; disabled: boolean }) {
  const { sessionId, note } = register
  const [text, setText] = useState(note ?? '')
  const set = useCommand('registers', 'setSessionNote', { failure: 'inline' })
  const save = () => {
    if (text.trim() !== (note ?? '') && !set.isPending) set.mutate({ sessionId, note: text })
  }
  return (
    <Textarea
      label="Note"
      description="How it went, and what was in the question box. Of no one person."
      autosize
      minRows={3}
      maxRows={10}
      disabled={disabled}
      value={text}
      error={set.error === null ? null : failureText(set.error)}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      // Esc closes the panel before the field is left.
      onKeyDown={(event) => event.key === 'Escape' && save()}
    />
  )
}
