import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useCommand } from '../../api/commands.ts'
import { FormPanel, useFields } from '../../ui/form-panel.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { handoverDates, type HandoverLayout } from '../../../shared/exports/handover.contract.ts'
import { fits, handoverRowLabels, handoverRows } from '../../../shared/exports/handover.fields.ts'
import { HandoverColumns } from './handover-columns.tsx'
import { handoverKindLabels, type NewLayout } from './handover-words.ts'

interface HandoverFormProps {
  readonly layout: HandoverLayout | NewLayout
  readonly onClose: () => void
}

function useSaveLayout(layout: HandoverLayout | NewLayout, onSaved: () => void) {
  const options = { failure: 'inline', undo: true, onDone: onSaved } as const
  const add = useCommand('exports', 'addHandoverLayout', { ...options, done: (one) => `Added ${one.name}` })
  const change = useCommand('exports', 'changeHandoverLayout', { ...options, done: (one) => `Changed ${one.name}` }) // prettier-ignore
  const retire = useCommand('exports', 'retireHandoverLayout', { ...options, done: () => `Retired ${layout.name}` }) // prettier-ignore
  return {
    save: (values: NewLayout) =>
      'id' in layout
        ? change.mutate({ ...values, id: layout.id, version: layout.version })
        : add.mutate(values),
    retire: () => 'id' in layout && retire.mutate({ id: layout.id, version: layout.version }),
    error: add.error ?? change.error ?? retire.error,
    pending: add.isPending || change.isPending,
  }
}

const valuesOf = ({ kind, name, content }: NewLayout): NewLayout => ({ kind, name, content })

/** What a file for another system is made of: a line for what, and its columns in their order with their headings. */
export function HandoverForm({ layout, onClose }: HandoverFormProps) {
  const saved = 'id' in layout
  const key = saved ? `handover ${layout.id} ${layout.version}` : `handover new ${layout.kind}`
  const { values, change, forget } = useDraft(key, valuesOf(layout))
  const { save, retire, error, pending } = useSaveLayout(layout, () => {
    forget()
    onClose()
  })
  const { idOf, field } = useFields(error)
  const { content } = values
  const changeContent = (part: Partial<typeof content>) => change({ content: { ...content, ...part } })
  return (
    <FormPanel
      title={saved ? layout.name : `A layout for ${handoverKindLabels[layout.kind]}`}
      onClose={onClose}
      onSubmit={() => save(values)}
      submit={saved ? 'Save' : 'Add the layout'}
      pending={pending}
      error={error}
      idOf={idOf}
      actions={
        saved && (
          <Button variant="default" onClick={retire}>
            Retire
          </Button>
        )
      }
    >
      <TextInput
        {...field('name')}
        label="Name"
        value={values.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <Select
        label="Lines"
        data={handoverRows.map((value) => ({ value, label: handoverRowLabels[value] }))}
        value={content.rows}
        onChange={(chosen) => {
          const rows = handoverRows.find((one) => one === chosen) ?? content.rows
          // A column that such a line does not have would be refused when it is saved.
          changeContent({ rows, columns: content.columns.filter((one) => fits(one.field, rows)) })
        }}
        allowDeselect={false}
      />
      <SegmentedControl
        aria-label="How dates are written"
        data={[...handoverDates]}
        value={content.dates}
        onChange={(chosen) =>
          changeContent({ dates: handoverDates.find((one) => one === chosen) ?? content.dates })
        }
      />
      <HandoverColumns content={content} onChange={(all) => changeContent({ columns: all })} />
    </FormPanel>
  )
}
