import { Alert, Checkbox, Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/queries.ts'
import { useCommand } from '../../api/commands.ts'
import { CountField } from '../../ui/count-field.tsx'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { plainDetails, type MeasureDetails } from '../../../shared/outcomes/measure-details.ts'
import { isNewEdition } from '../../../shared/outcomes/measures.rules.ts'
import { directions, measureKinds } from '../../../shared/outcomes/outcomes.contract.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { count } from '../../../shared/text.ts'
import {
  AnswersSection,
  BandsSection,
  CompletersSection,
  ConversionSection,
  PartsSection,
  StagesSection,
} from './measure-sections.tsx'

type Values = Omit<Measure, 'id' | 'edition' | 'version'>
const blank: Values = { name: '', kind: 'scale', minimum: 0, maximum: 10, wholeNumbers: true, direction: 'higher-is-better', goalLimit: 0, source: null, details: plainDetails, retired: false } // prettier-ignore
const startOf = (measure: Measure | null): Values => {
  if (measure === null) return blank
  const { id: _id, edition: _edition, version: _version, ...values } = measure
  return values
}
const kindLabels = { goals: 'Goals, each rated', scale: 'Numbers: one, or several parts' } as const
const uses = [
  { value: 'change', label: 'Change: asked before and after, and compared' },
  { value: 'feedback', label: 'Feedback: answers are counted, never compared' },
]
const directionLabels = {
  'higher-is-better': 'Higher is better',
  'lower-is-better': 'Lower is better',
} as const

function useSaveMeasure(measure: Measure | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('outcomes', 'createMeasure', { ...options, done: (m) => `Added ${m.name}` })
  const update = useCommand('outcomes', 'updateMeasure', { ...options, done: (m) => `Changed ${m.name}` })
  const save = ({ retired, ...fields }: Values) => {
    if (measure === null) create.mutate(fields)
    else update.mutate({ ...fields, retired, id: measure.id, version: measure.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

interface ShapeFieldsProps {
  readonly values: Values
  readonly change: (part: Partial<Values>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** What numbers it takes, and which way is better. */
function ShapeFields({ values, change, field }: ShapeFieldsProps) {
  const bound = (name: 'minimum' | 'maximum') => ({
    ...field(name),
    value: values[name],
    onChange: (value: number | string) => typeof value === 'number' && change({ [name]: value }),
    hideControls: true,
  })
  return (
    <>
      <Select
        {...field('kind')}
        label="Kind"
        data={measureKinds.map((value) => ({ value, label: kindLabels[value] }))}
        value={values.kind}
        onChange={(chosen) => {
          const kind = measureKinds.find((one) => one === chosen) ?? values.kind
          change({ kind, goalLimit: kind === 'goals' ? 3 : 0 })
        }}
        allowDeselect={false}
      />
      {values.kind === 'goals' && (
        <CountField
          {...field('goalLimit')}
          label="Goals at most"
          max={3}
          value={values.goalLimit}
          onChange={(goalLimit) => change({ goalLimit: goalLimit ?? 0 })}
        />
      )}
      <Group grow align="flex-start">
        <NumberInput {...bound('minimum')} label="Smallest" />
        <NumberInput {...bound('maximum')} label="Largest" />
      </Group>
      <Checkbox
        label="Whole numbers only"
        checked={values.wholeNumbers}
        onChange={(event) => change({ wholeNumbers: event.currentTarget.checked })}
      />
      <Select
        {...field('direction')}
        label="Which way is better"
        data={directions.map((value) => ({ value, label: directionLabels[value] }))}
        value={values.direction}
        onChange={(chosen) => change({ direction: directions.find((d) => d === chosen) ?? values.direction })}
        allowDeselect={false}
      />
    </>
  )
}

/** What a measure has beyond one number: most have none of it, so each opens only when it is wanted. */
function DetailSections({ values, change, field }: { values: Values; change: (part: Partial<MeasureDetails>) => void; field: ShapeFieldsProps['field'] }) {
  const { minimum, maximum, direction, details } = values
  const props = { details, change, field, range: { minimum, maximum, direction } }
  return (
    <div>
      {values.kind === 'scale' && <PartsSection {...props} />}
      {values.kind === 'scale' && <AnswersSection {...props} />}
      <CompletersSection {...props} />
      {values.kind === 'scale' && <StagesSection {...props} />}
      {values.kind === 'scale' && <BandsSection {...props} />}
      {values.kind === 'scale' && <ConversionSection {...props} />}
    </div>
  )
} // prettier-ignore

/** Said before it is saved: which numbers stay apart from those that are taken from now on. */
function EditionNote({ measure, values }: { measure: Measure; values: Values }) {
  const { data } = useQuery(ask('outcomes', 'measureEditions', { id: measure.id }))
  const taken = data?.[0]?.readings ?? 0
  const earlier = (data?.length ?? 1) - 1
  if (taken > 0 && isNewEdition(measure, values))
    return (
      <Alert color="yellow" title="This begins a new edition">
        {count(taken, 'number stays', 'numbers stay')} with edition {measure.edition}, as they were taken.
        They are not compared with numbers taken from now on.
      </Alert>
    )
  return earlier > 0 ? <p>Edition {measure.edition}. Earlier editions are kept with their numbers.</p> : null
}

interface MeasureFormProps {
  /** null: a new one. */
  readonly measure: Measure | null
  readonly onClose: () => void
}

export function MeasureForm({ measure, onClose }: MeasureFormProps) {
  const key = `measure ${measure?.id ?? 'new'} ${measure?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(measure))
  const { save, error, pending } = useSaveMeasure(measure, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  const setDetails = (part: Partial<MeasureDetails>) => change({ details: { ...values.details, ...part } })
  return (
    <FormPanel
      title={measure?.name ?? 'Add a measure'}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={measure === null ? 'Add the measure' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
    >
      <TextInput
        {...field('name')}
        label="Name"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <Select
        label="What it is for"
        data={uses}
        value={values.details.use}
        onChange={(use) => setDetails({ use: use === 'feedback' ? 'feedback' : 'change' })}
        allowDeselect={false}
      />
      <ShapeFields values={values} change={change} field={field} />
      <DetailSections values={values} change={setDetails} field={field} />
      {measure !== null && <EditionNote measure={measure} values={values} />}
      <Textarea
        {...field('source')}
        label="Where this comes from, and what the licence allows (optional)"
        autosize
        minRows={2}
        value={values.source ?? ''}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      {measure !== null && (
        <Checkbox
          label="Retired"
          description="Not offered any more. Readings already taken stay."
          checked={values.retired}
          onChange={(event) => change({ retired: event.currentTarget.checked })}
        />
      )}
    </FormPanel>
  )
}
