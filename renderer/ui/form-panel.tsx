import { Button, Stack } from '@mantine/core'
import { useId } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { ApiError } from '../api/client.ts'
import { fieldErrors } from '../api/commands.ts'
import { failureText } from '../api/notify.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { listKeepsEnter } from './list-keeps-enter.ts'
import type { FieldError } from './error-summary.tsx'
import { SidePanel } from './side-panel.tsx'

/** What a refused form says: by field where it names the form's fields, or else as a whole. */
export function problemsOf(error: unknown, idOf: (field: string) => string): FieldError[] {
  if (error === null || error === undefined) return []
  const named = Object.entries(fieldErrors(error))
  if (named.length === 0) return [{ message: failureText(error) }]
  return named.map(([field, message]) => ({ field: idOf(field), message }))
}

interface FormPanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit: () => void
  /** The words of the button that saves: `Add the room`. */
  readonly submit: string
  readonly pending: boolean
  readonly error: unknown
  /** The id that leads to a field of the form. */
  readonly idOf: (field: string) => string
  /** Beside the button that saves: Remove, Archive. */
  readonly actions?: ReactNode
  /** Under the problem: a way on. */
  readonly help?: ReactNode
  readonly children: ReactNode
}

/** A form in the side panel: Enter saves, Esc closes and keeps what was typed, problems stand on top. */
export function FormPanel(props: FormPanelProps) {
  const { title, onClose, onSubmit, submit, pending, error, idOf, actions, help, children } = props
  const id = useId()
  const save = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <SidePanel
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form={id} loading={pending}>
            {submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          {actions}
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its fields */}
      <form id={id} onSubmit={save} onKeyDown={listKeepsEnter} noValidate>
        <ErrorSummary errors={problemsOf(error, idOf)} />
        {error instanceof ApiError && help}
        <Stack gap="md">{children}</Stack>
      </form>
    </SidePanel>
  )
}

/** Ids and messages of a form's fields: `{...field('name')}` on each input. */
export function useFields(error: unknown) {
  const prefix = useId()
  const idOf = (field: string) => `${prefix}-${field}`
  const messages = fieldErrors(error)
  const field = (name: string) => ({ id: idOf(name), error: messages[name] })
  return { idOf, field }
}
