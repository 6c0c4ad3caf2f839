import { Button, NumberInput } from '@mantine/core'
import type { RatioBand } from '../../../shared/calls/thresholds.ts'
import classes from './calls.module.css'

interface RatioFieldsProps {
  /** What the summary of problems leads to. */
  readonly id: string
  readonly ratios: readonly RatioBand[]
  readonly onChange: (ratios: RatioBand[]) => void
  readonly readOnly: boolean
  readonly error: string | undefined
}

/** How many children of an age one adult can look after, the youngest first. */
export function RatioFields({ id, ratios, onChange, readOnly, error }: RatioFieldsProps) {
  const set = (place: number, part: Partial<RatioBand>) =>
    onChange(ratios.map((band, at) => (at === place ? { ...band, ...part } : band)))
  const last = ratios.at(-1)
  return (
    <fieldset id={id} tabIndex={-1} className={classes.ratios}>
      <legend>Children to one adult</legend>
      {ratios.map((band, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a band has no name but its place
        <div key={place} className={classes.pairs}>
          <Whole label="Under the age of" value={band.under} onChange={(under) => set(place, { under })} readOnly={readOnly} />
          <Whole label="Children to one adult" value={band.children} onChange={(children) => set(place, { children })} readOnly={readOnly} />
          {!readOnly && ratios.length > 1 && (
            <Button variant="subtle" color="gray" onClick={() => onChange(ratios.filter((_, at) => at !== place))}>
              Remove<span className="sr-only"> those under {band.under}</span>
            </Button>
          )}
        </div>
      ))}
      {error !== undefined && <p role="alert" className={classes.error}>{error}</p>}
      {!readOnly && ratios.length < 12 && (
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange([...ratios, { under: (last?.under ?? 0) + 1, children: last?.children ?? 3 }])}
          >
            Add an age
          </Button>
        </div>
      )}
    </fieldset>
  )
} // prettier-ignore

interface WholeProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly readOnly: boolean
}

const Whole = ({ label, value, onChange, readOnly }: WholeProps) => (
  <NumberInput
    label={label}
    value={value}
    onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
    readOnly={readOnly}
    allowDecimal={false}
    allowNegative={false}
    hideControls
  />
)
