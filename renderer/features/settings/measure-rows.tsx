import { Button, CloseButton, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './measure-form.module.css'

interface RowsProps<R> {
  readonly rows: readonly R[]
  readonly onChange: (rows: R[]) => void
  /** What one is called: `part`. */
  readonly noun: string
  /** A new one, after those that are there. */
  readonly blank: (rows: readonly R[]) => R
  readonly most: number
  readonly row: (row: R, change: (part: Partial<R>) => void, label: string) => ReactNode
}

/** A short list that is written line by line: each can be taken out, and one more added. */
export function Rows<R>({ rows, onChange, noun, blank, most, row }: RowsProps<R>) {
  return (
    <div className={classes.rows}>
      {rows.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own until they are written
        <div key={index} className={classes.row} role="group" aria-label={`${noun} ${index + 1}`}>
          <div className={classes.fields}>
            {row(
              one,
              (part) => onChange(rows.map((other, i) => (i === index ? { ...other, ...part } : other))),
              `${noun} ${index + 1}`,
            )}
          </div>
          <CloseButton
            aria-label={`Remove ${noun} ${index + 1}`}
            onClick={() => onChange(rows.filter((_, i) => i !== index))}
          />
        </div>
      ))}
      {rows.length < most && (
        <Button variant="default" size="compact-md" onClick={() => onChange([...rows, blank(rows)])}>
          Add a {noun}
        </Button>
      )}
    </div>
  )
}

interface FieldProps<T> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One number of a line; what is no number leaves it as it was. */
export const NumberField = ({ label, value, onChange }: FieldProps<number>) => (
  <NumberInput
    className={classes.number ?? ''}
    label={label}
    value={value}
    onChange={(next) => typeof next === 'number' && onChange(next)}
    hideControls
  />
)
export const WordsField = ({ label, value, onChange }: FieldProps<string>) => (
  <TextInput
    className={classes.words ?? ''}
    label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

const ways = [
  { value: 'higher-is-better', label: 'Higher' },
  { value: 'lower-is-better', label: 'Lower' },
] as const
export const WayField = ({ value, onChange }: Omit<FieldProps<(typeof ways)[number]['value']>, 'label'>) => (
  <NativeSelect
    label="Better is"
    data={ways.map((one) => ({ ...one }))}
    value={value}
    onChange={(event) =>
      onChange(ways.find((one) => one.value === event.currentTarget.value)?.value ?? value)
    }
  />
)

export interface Band {
  readonly from: number
  readonly to: number
  readonly label: string
}

/** Ranges with a name each, from the lowest: bands, stages. */
export const BandRows = ({ noun, rows, onChange, most }: Pick<RowsProps<Band>, 'noun' | 'rows' | 'onChange' | 'most'>) => (
  <Rows
    {...{ noun, rows, onChange, most }}
    blank={(all) => ({ from: (all.at(-1)?.to ?? -1) + 1, to: (all.at(-1)?.to ?? -1) + 1, label: '' })}
    row={(band, change) => (
      <>
        <NumberField label="From" value={band.from} onChange={(from) => change({ from })} />
        <NumberField label="To" value={band.to} onChange={(to) => change({ to })} />
        <WordsField label="Called" value={band.label} onChange={(label) => change({ label })} />
      </>
    )}
  />
) // prettier-ignore
