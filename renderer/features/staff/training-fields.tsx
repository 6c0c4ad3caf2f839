import { ActionIcon, Button, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { DateField } from '../../ui/date-field.tsx'
import type { ProgrammeId } from '../../../shared/ids.ts'
import classes from './training.module.css'

/** Training as it is typed: a new line names no programme yet. */
export interface TypedTraining {
  readonly programmeId: ProgrammeId | null
  readonly trainedOn: string | null
  readonly expiresOn: string | null
}

interface TrainingProps {
  readonly training: readonly TypedTraining[]
  readonly onChange: (training: readonly TypedTraining[]) => void
}

/** What somebody is trained in, with its dates: a group that they lead is warned of where it does not hold. */
export function TrainingFields({ training, onChange }: TrainingProps) {
  const programmes = useQuery(ask('programmes', 'list', { includeRetired: true })).data ?? []
  const set = (at: number, part: Partial<TypedTraining>) =>
    onChange(training.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <fieldset className={classes.training}>
      <legend>Trained in</legend>
      {training.length === 0 && <p className={classes.none}>No training is recorded.</p>}
      {training.map((one, index) => (
        <div key={one.programmeId ?? `new ${index}`} className={classes.line}>
          <Select
            label="Programme"
            data={programmes
              .filter(
                (p) => p.id === one.programmeId || !training.some((other) => other.programmeId === p.id),
              )
              .map((p) => ({ value: String(p.id), label: p.name }))}
            value={one.programmeId}
            onChange={(id) => set(index, { programmeId: programmes.find((p) => p.id === id)?.id ?? null })}
            searchable
            allowDeselect={false}
          />
          <ActionIcon
            className={classes.remove}
            variant="subtle"
            color="gray"
            aria-label={`Take out training ${index + 1}`}
            onClick={() => onChange(training.filter((other) => other !== one))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
          <DateField
            label="On (optional)"
            value={one.trainedOn}
            onChange={(trainedOn) => set(index, { trainedOn })}
          />
          <DateField
            label="Holds until (optional)"
            value={one.expiresOn}
            onChange={(expiresOn) => set(index, { expiresOn })}
          />
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChange([...training, { programmeId: null, trainedOn: null, expiresOn: null }])}
      >
        Add training
      </Button>
    </fieldset>
  )
}
