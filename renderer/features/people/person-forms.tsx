import type { ReactNode } from 'react'
import type { Output } from '../../api/client.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Adult } from '../../../shared/people/adults.contract.ts'
import { AdultForm } from './adult-form.tsx'
import { AlertsPanel } from './alerts-panel.tsx'
import { ConsentsPanel } from './consents-panel.tsx'
import { draftNamed } from './person-draft.ts'
import { PersonForm as DetailsForm } from './person-form.tsx'

type Of = Output<'people', 'get'>

/** What can stand in the place of a person's panel. */
export type PersonForm =
  | { readonly kind: 'add'; readonly named: string }
  | { readonly kind: 'change'; readonly of: Of }
  | { readonly kind: 'adult'; readonly of: Of; readonly adult: Adult | undefined }
  | { readonly kind: 'consents'; readonly of: Of }
  | { readonly kind: 'alerts'; readonly of: Of }

interface Done {
  readonly onClose: () => void
  readonly onSaved: (id: PersonId) => void
}

/** The form itself: Esc goes back to what it took the place of. */
export function formPanel(form: PersonForm, { onClose, onSaved }: Done): ReactNode {
  const key = form.kind === 'add' ? `add ${form.named}` : `${form.kind} ${form.of.person.id}`
  switch (form.kind) {
    case 'add':
      return <DetailsForm key={key} start={draftNamed(form.named)} onClose={onClose} onSaved={onSaved} />
    case 'change':
      return <DetailsForm key={key} of={form.of} onClose={onClose} onSaved={onSaved} />
    case 'adult':
      return <AdultForm key={key} of={form.of} adult={form.adult} onClose={onClose} />
    case 'consents':
      return <ConsentsPanel key={key} of={form.of} onClose={onClose} />
    case 'alerts':
      return <AlertsPanel key={key} of={form.of} onClose={onClose} />
  }
}
