import { Radio, Stack } from '@mantine/core'
import { editScopes, type EditScope } from '../../../shared/series/edit.contract.ts'

interface ScopeChoiceProps {
  readonly noun: 'session' | 'booking'
  readonly value: EditScope
  readonly onChange: (scope: EditScope) => void
}

const labels: Readonly<Record<EditScope, (noun: string) => string>> = {
  this: (noun) => `This ${noun} only`,
  following: (noun) => `This ${noun} and those after it`,
  all: (noun) => `All ${noun}s to come`,
}

/** How far a change goes. What is over, marked or changed by hand stays in any case. */
export function ScopeChoice({ noun, value, onChange }: ScopeChoiceProps) {
  return (
    <Radio.Group
      label="What to change"
      value={value}
      onChange={(chosen) => onChange(editScopes.find((scope) => scope === chosen) ?? 'this')}
    >
      <Stack gap={6} mt={6}>
        {editScopes.map((scope, i) => (
          <Radio
            key={scope}
            value={scope}
            label={labels[scope](noun)}
            {...(i === 0 && { 'data-autofocus': true })}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
