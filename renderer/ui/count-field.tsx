import { NumberInput } from '@mantine/core'

interface CountFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly max?: number
  readonly disabled?: boolean
}

/** A whole number that may be left empty: empty is "not known", never 0. */
export function CountField({
  id,
  label,
  hint,
  error,
  value,
  onChange,
  max = 2000,
  disabled = false,
}: CountFieldProps) {
  return (
    <NumberInput
      id={id}
      label={label}
      description={hint}
      error={error}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      min={0}
      max={max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      disabled={disabled}
    />
  )
}
