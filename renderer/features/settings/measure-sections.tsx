import { Checkbox, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { readTwoColumns } from '../../../shared/outcomes/conversion.rules.ts'
import {
  completerLabels,
  completers,
  MOST_PARTS,
  type MeasureDetails,
} from '../../../shared/outcomes/measure-details.ts'
import { BandRows, NumberField, Rows, WayField, WordsField } from './measure-rows.tsx'
import classes from './measure-form.module.css'

export interface DetailsProps {
  readonly details: MeasureDetails
  readonly change: (part: Partial<MeasureDetails>) => void
  readonly range: {
    readonly minimum: number
    readonly maximum: number
    readonly direction: 'higher-is-better' | 'lower-is-better'
  }
  readonly field: (name: string) => { id: string; error: string | undefined }
}

interface SectionProps {
  readonly title: string
  /** What stands in it, in a word or two, while it is closed. */
  readonly now: string
  readonly at: { id: string; error: string | undefined }
  readonly children: ReactNode
}

/** A part of the form that opens; by itself where something in it is wrong. */
function Section({ title, now, at: { id, error }, children }: SectionProps) {
  return (
    <details className={classes.part} open={error !== undefined || undefined}>
      <summary>
        {title}: {now}
      </summary>
      <div className={classes.body} id={id} tabIndex={-1}>
        {error !== undefined && <p className={classes.problem}>{error}</p>}
        {children}
      </div>
    </details>
  )
}

const some = (n: number, none: string) => (n === 0 ? none : String(n))

export function PartsSection({ details, change, range, field }: DetailsProps) {
  const { parts, total } = details
  return (
    <Section title="Parts and total" now={some(parts.length, 'one number')} at={field('details.parts')}>
      <p className={classes.quiet}>Scales, areas or statements, each with a number of its own. None: it is one number.</p>
      <Rows
        noun="part"
        most={MOST_PARTS}
        rows={parts}
        onChange={(next) => change({ parts: next, ...(next.length === 0 ? { total: 'typed' as const } : {}) })}
        blank={(all) => ({
          ...range, item: Math.max(0, ...all.map((one) => one.item)) + 1, name: '', localName: null, inTotal: total === 'sum', prorate: null,
        })}
        row={(part, set) => (
          <>
            <WordsField label="Name" value={part.name} onChange={(name) => set({ name })} />
            <NumberField label="From" value={part.minimum} onChange={(minimum) => set({ minimum })} />
            <NumberField label="To" value={part.maximum} onChange={(maximum) => set({ maximum })} />
            <WayField value={part.direction} onChange={(direction) => set({ direction })} />
            <WordsField label="What we call it (optional)" value={part.localName ?? ''} onChange={(name) => set({ localName: name || null })} />
            <Prorate value={part.prorate} onChange={(prorate) => set({ prorate })} />
            {total === 'sum' && (
              <Checkbox label="In the total" checked={part.inTotal} onChange={(event) => set({ inTotal: event.currentTarget.checked })} />
            )}
          </>
        )}
      />
      {parts.length > 0 && (
        <NativeSelect
          {...field('details.total')}
          label="Total"
          value={total}
          onChange={({ currentTarget: { value } }) => change({ total: value === 'sum' || value === 'none' ? value : 'typed' })}
          data={[
            { value: 'none', label: 'There is no total' },
            { value: 'sum', label: 'The parts added up' },
            { value: 'typed', label: 'A number of its own, typed' },
          ]}
        />
      )}
    </Section>
  )
} // prettier-ignore

type Prorated = MeasureDetails['parts'][number]['prorate']

function Prorate({ value, onChange }: { readonly value: Prorated; readonly onChange: (value: Prorated) => void }) {
  return (
    <>
      <Checkbox
        label="Some questions may be left out"
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? { questions: 5, fewest: 3 } : null)}
      />
      {value !== null && (
        <>
          <NumberField label="Questions" value={value.questions} onChange={(questions) => onChange({ ...value, questions })} />
          <NumberField label="At least" value={value.fewest} onChange={(fewest) => onChange({ ...value, fewest })} />
        </>
      )}
    </>
  )
} // prettier-ignore

export function AnswersSection({ details, change, field }: DetailsProps) {
  return (
    <Section title="Answers" now={some(details.answers.length, 'any number of the range')} at={field('details.answers')}>
      <p className={classes.quiet}>For ratings and yes or no: the words to choose from, the best first.</p>
      <Rows
        noun="answer"
        most={12}
        rows={details.answers}
        onChange={(answers) => change({ answers })}
        blank={(all) => ({ value: Math.max(0, (all.at(-1)?.value ?? 5) - 1), label: '' })}
        row={(answer, set) => (
          <>
            <WordsField label="Words" value={answer.label} onChange={(label) => set({ label })} />
            <NumberField label="Number" value={answer.value} onChange={(value) => set({ value })} />
          </>
        )}
      />
    </Section>
  )
} // prettier-ignore

export function CompletersSection({ details, change, field }: DetailsProps) {
  const { completedBy, countsBy } = details
  // A list of names is text to Mantine; only those that are completers are kept.
  const chosen = (names: readonly string[]) => completers.filter((one) => names.includes(one))
  const boxes = (list: readonly (typeof completers)[number][]) => list.map((one) => <Checkbox key={one} value={one} label={completerLabels[one]} />)
  return (
    <Section title="Who completes it" now={some(completedBy.length, 'not asked')} at={field('details.completedBy')}>
      <Checkbox.Group
        label="May complete it"
        value={completedBy}
        onChange={(names) => change({ completedBy: chosen(names), countsBy: countsBy.filter((one) => names.includes(one)) })}
      >
        {boxes(completers.filter((one) => one !== 'not-said'))}
      </Checkbox.Group>
      {completedBy.length > 1 && (
        <Checkbox.Group
          label="Counts in figures"
          description="None ticked: everybody’s. The others are kept and shown."
          value={countsBy}
          onChange={(names) => change({ countsBy: chosen(names) })}
        >
          {boxes(completedBy)}
        </Checkbox.Group>
      )}
    </Section>
  )
} // prettier-ignore

export function StagesSection({ details, change, range, field }: DetailsProps) {
  const { stages } = details
  const first = { source: 'Our own', confirmed: false, highFrom: 2, list: [{ from: range.minimum, to: range.minimum, label: '' }, { from: range.minimum + 1, to: range.maximum, label: '' }] }
  return (
    <Section title="Stages" now={some(stages?.list.length ?? 0, 'none')} at={field('details.stages')}>
      <Checkbox
        label="Progress is a move from one stage to the next"
        checked={stages !== null}
        onChange={(event) => change({ stages: event.currentTarget.checked ? first : null })}
      />
      {stages !== null && (
        <>
          <BandRows noun="stage" most={10} rows={stages.list} onChange={(list) => change({ stages: { ...stages, list: [...list] } })} />
          <NumberInput
            label="A start counts as high from stage"
            value={stages.highFrom}
            min={1}
            max={stages.list.length}
            onChange={(value) => typeof value === 'number' && change({ stages: { ...stages, highFrom: value } })}
          />
          <WordsField label="Where the stages come from" value={stages.source} onChange={(source) => change({ stages: { ...stages, source } })} />
          <Checkbox
            label="Checked against the licensed guide"
            checked={stages.confirmed}
            onChange={(event) => change({ stages: { ...stages, confirmed: event.currentTarget.checked } })}
          />
        </>
      )}
      <Checkbox
        label="Ask why when it falls"
        checked={details.fallAsksWhy}
        onChange={(event) => change({ fallAsksWhy: event.currentTarget.checked })}
      />
    </Section>
  )
} // prettier-ignore

export function BandsSection({ details, change, range, field }: DetailsProps) {
  const { bandTables, parts, conversion } = details
  const of = [{ value: '0', label: 'The total' }, ...parts.map((part) => ({ value: String(part.item), label: part.name }))]
  return (
    <Section title="Bands" now={some(bandTables.length, 'no band table loaded')} at={field('details.bandTables')}>
      <p className={classes.quiet}>Only what is published, with where. Bands are shown beside a number and decide no figure.</p>
      <Rows
        noun="table of bands"
        most={40}
        rows={bandTables}
        onChange={(next) => change({ bandTables: next })}
        blank={() => ({ item: 0, of: 'entered' as const, edition: '', source: '', bands: [{ from: range.minimum, to: range.maximum, label: '' }] })}
        row={(table, set) => (
          <>
            <NativeSelect label="Of" data={of} value={String(table.item)} onChange={(event) => set({ item: Number(event.currentTarget.value) })} />
            {conversion !== null && (
              <Checkbox label="Of the converted number" checked={table.of === 'converted'} onChange={(event) => set({ of: event.currentTarget.checked ? 'converted' : 'entered' })} />
            )}
            <WordsField label="Edition" value={table.edition} onChange={(edition) => set({ edition })} />
            <WordsField label="Where they were published" value={table.source} onChange={(source) => set({ source })} />
            <BandRows noun="band" most={12} rows={table.bands} onChange={(bands) => set({ bands: [...bands] })} />
          </>
        )}
      />
    </Section>
  )
} // prettier-ignore

export function ConversionSection({ details, change, field }: DetailsProps) {
  const { conversion } = details
  const [text, setText] = useState(() => conversion?.table.map((row) => row.join('\t')).join('\n') ?? '')
  const read = readTwoColumns(text)
  const write = (next: string) => {
    setText(next)
    const now = readTwoColumns(next)
    if (next.trim() === '') change({ conversion: null })
    else if ('table' in now)
      change({ conversion: { name: 'Converted', source: '', ...conversion, table: now.table } })
  }
  return (
    <Section title="Conversion" now={conversion === null ? 'none' : `${conversion.table.length} lines`} at={field('details.conversion')}>
      <Textarea
        label="Table of two columns"
        description="Paste it from a spreadsheet: the number entered, and the one that is used."
        error={'problem' in read ? read.problem : undefined}
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {conversion !== null && (
        <Group grow>
          <WordsField label="What the converted number is called" value={conversion.name} onChange={(name) => change({ conversion: { ...conversion, name } })} />
          <WordsField label="Where the table was published" value={conversion.source} onChange={(source) => change({ conversion: { ...conversion, source } })} />
        </Group>
      )}
    </Section>
  )
} // prettier-ignore
