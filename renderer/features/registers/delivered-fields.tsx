import { Button, CloseButton, Group, Kbd, NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import type { Delivered } from '../../../shared/registers/record.contract.ts'
import type { Register } from '../../../shared/registers/registers.contract.ts'
import { deliveredInWords, partOptions } from './record-words.ts'
import classes from './register.module.css'

/** Who delivered the session, in what part, and how long volunteers helped. Those who lead the group are offered. */
export function DeliveredFields({ register, disabled }: { register: Register; disabled: boolean }) {
  const { sessionId, delivered, suggested } = register
  const staff = useQuery(ask('staff', 'list', {})).data ?? []
  const set = useCommand('registers', 'setDelivered')
  const save = (people: readonly Delivered[]) =>
    set.mutate({ sessionId, delivered: people.map(({ name: _name, ...rest }) => rest) })
  const known = new Set(delivered.map((one) => one.staffId))
  const others = staff.filter((one) => !one.archived && !known.has(one.id))
  return (
    <section aria-label="Who delivered it">
      <h3 className={classes.part}>Who delivered it</h3>
      {suggested.length > 0 && !disabled && (
        <Button
          variant="default"
          size="compact-md"
          mt="xs"
          onClick={() => save(suggested)}
          rightSection={<Kbd size="xs">D</Kbd>}
        >
          {deliveredInWords(suggested)}
        </Button>
      )}
      {delivered.map((one) => (
        <DeliveredRow
          key={`${one.staffId} ${one.part} ${one.minutes}`}
          one={one}
          disabled={disabled}
          onChange={(next) => save(delivered.map((d) => (d.staffId === one.staffId ? next : d)))}
          onRemove={() => save(delivered.filter((d) => d.staffId !== one.staffId))}
        />
      ))}
      <Select
        mt="xs"
        aria-label="Add somebody who delivered it"
        placeholder={delivered.length === 0 ? 'Somebody else…' : 'And…'}
        disabled={disabled}
        searchable
        data={others.map((one) => ({ value: String(one.id), label: one.name }))}
        value={null}
        onChange={(chosen) => {
          const found = others.find((one) => one.id === chosen)
          if (found)
            save([...delivered, { staffId: found.id, name: found.name, part: 'support', minutes: null }])
        }}
        nothingFoundMessage="Nobody of that name"
      />
    </section>
  )
}

interface DeliveredRowProps {
  readonly one: Delivered
  readonly disabled: boolean
  readonly onChange: (next: Delivered) => void
  readonly onRemove: () => void
}

function DeliveredRow({ one, disabled, onChange, onRemove }: DeliveredRowProps) {
  const [minutes, setMinutes] = useState<number | null>(one.minutes)
  const save = () => {
    if (minutes !== one.minutes) onChange({ ...one, minutes })
  }
  return (
    <div className={classes.delivered}>
      <Group justify="space-between" wrap="nowrap">
        <strong>{one.name}</strong>
        <CloseButton aria-label={`Take ${one.name} away`} disabled={disabled} onClick={onRemove} />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Select
          aria-label={`Part of ${one.name}`}
          data={partOptions}
          disabled={disabled}
          value={one.part}
          onChange={(chosen) => {
            const part = partOptions.find((option) => option.value === chosen)?.value
            if (part) onChange({ ...one, part })
          }}
          allowDeselect={false}
        />
        <NumberInput
          aria-label={`Minutes of ${one.name}`}
          placeholder="Minutes"
          hideControls
          min={1}
          max={1440}
          allowDecimal={false}
          disabled={disabled}
          value={minutes ?? ''}
          onChange={(next) => setMinutes(typeof next === 'number' ? next : null)}
          onBlur={save}
          onKeyDown={(event) => ['Enter', 'Escape'].includes(event.key) && save()}
        />
      </Group>
    </div>
  )
}
