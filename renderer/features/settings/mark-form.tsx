import { Checkbox, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import type { CodeSettings } from '../../../shared/registers/codes.contract.ts'
import { meaningOf } from './mark-words.ts'

type Values = Pick<
  CodeSettings,
  'code' | 'label' | 'key' | 'retired' | 'attended' | 'expected' | 'contact' | 'apology' | 'minutes'
>
const blank: Values = { code: '', label: '', key: '', retired: false, attended: false, expected: true, contact: false, apology: false, minutes: null } // prettier-ignore

function startOf(code: CodeSettings | null): Values {
  if (code === null) return blank
  const { used: _used, fixed: _fixed, version: _version, ...values } = code
  return values
}

function useSaveMark(code: CodeSettings | null, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const create = useCommand('registers', 'createCode', { ...options, done: (one) => `Added ${one.code}, ${one.label}` }) // prettier-ignore
  const update = useCommand('registers', 'updateCode', { ...options, done: (one) => `Changed ${one.code}` })
  const save = ({ key, retired, ...values }: Values) => {
    if (code === null) create.mutate(values)
    else update.mutate({ ...values, key, retired, version: code.version })
  }
  return { save, error: create.error ?? update.error, pending: create.isPending || update.isPending }
}

interface MarkFormProps {
  /** null: a new one. */
  readonly code: CodeSettings | null
  /** Where it stands among the others. */
  readonly order: ReactNode
  readonly onClose: () => void
}

export function MarkForm({ code, order, onClose }: MarkFormProps) {
  const key = `mark ${code?.code ?? 'new'} ${code?.version ?? 0}`
  const { values, change, forget } = useDraft(key, startOf(code))
  const { save, error, pending } = useSaveMark(code, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  return (
    <FormPanel
      title={code === null ? 'Add a mark' : `${code.code}, ${code.label}`}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={code === null ? 'Add the mark' : 'Save'}
      pending={pending}
      error={error}
      idOf={idOf}
    >
      {code === null && (
        <TextInput
          {...field('code')}
          label="Letter"
          description="What stands in the register, for ever"
          maxLength={1}
          autoFocus
          value={values.code}
          onChange={(event) => change({ code: event.currentTarget.value.toUpperCase() })}
        />
      )}
      <TextInput
        {...field('label')}
        label="Means"
        value={values.label}
        autoFocus={code !== null}
        onChange={(event) => change({ label: event.currentTarget.value })}
      />
      {code !== null && (
        <TextInput
          {...field('key')}
          label="Key"
          maxLength={1}
          value={values.key.toUpperCase()}
          onChange={(event) => change({ key: event.currentTarget.value.toLowerCase() })}
        />
      )}
      {code === null || !(code.used || code.fixed) ? (
        <FlagFields values={values} change={change} field={field} />
      ) : (
        <p>
          <strong>{meaningOf(code)}.</strong> Fixed:{' '}
          {code.fixed ? 'the program itself writes it' : 'registers have it already'}.
        </p>
      )}
      {order}
      {code !== null && !code.fixed && (
        <Checkbox
          label="Retired"
          description="Not offered any more. It stays in the registers that have it."
          checked={values.retired}
          onChange={(event) => change({ retired: event.currentTarget.checked })}
        />
      )}
    </FormPanel>
  )
}

interface FlagFieldsProps {
  readonly values: Values
  readonly change: (part: Partial<Values>) => void
  readonly field: (name: string) => { id: string; error: string | undefined }
}

/** What the mark says of a person; fixed as soon as a register has it. */
function FlagFields({ values, change, field }: FlagFieldsProps) {
  const flag = (
    name: 'attended' | 'expected' | 'contact' | 'apology',
    label: string,
    description: string,
  ) => (
    <Checkbox
      {...field(name)}
      label={label}
      description={description}
      checked={values[name]}
      onChange={(event) => change({ [name]: event.currentTarget.checked })}
    />
  )
  return (
    <>
      {flag('attended', 'They came', 'Counts as an attendance')}
      {flag('expected', 'They were expected', 'Counts in what attendance is taken of')}
      {flag('apology', 'They told us', 'Counts in “attended or apologised”')}
      {flag('contact', 'There was contact', 'A call or materials, instead of coming')}
      <Select
        {...field('minutes')}
        label="Minutes typed after it"
        data={[
          { value: 'none', label: 'None' },
          { value: 'late', label: 'How late they came' },
          { value: 'early', label: 'How early they left' },
        ]}
        value={values.minutes ?? 'none'}
        onChange={(chosen) => change({ minutes: chosen === 'late' || chosen === 'early' ? chosen : null })}
        allowDeselect={false}
      />
    </>
  )
}
