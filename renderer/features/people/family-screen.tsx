import { Button, Group } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import type { Output } from '../../api/client.ts'
import { useMay } from '../../api/session.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { familyId } from '../../../shared/ids.ts'
import type { FamilyId } from '../../../shared/ids.ts'
import type { FamilyMember } from '../../../shared/people/families.contract.ts'
import { count } from '../../../shared/text.ts'
import { FamilyTable } from './family-table.tsx'
import { MoveForm, RenameForm } from './family-forms.tsx'
import { emptyDraft } from './person-draft.ts'
import { PersonForm } from './person-form.tsx'

type Family = Output<'people', 'family'>
type Side =
  | { readonly kind: 'add' }
  | { readonly kind: 'rename' }
  | { readonly kind: 'move'; readonly member: FamilyMember }

/** A family: its people side by side, so that what is the same for all and what is not is seen at once. */
export function FamilyScreen() {
  const id = familyId.safeParse(useParams()['id']).data
  if (id === undefined)
    return (
      <Page title="Family" back={<Link to="/people">All people</Link>}>
        <EmptyState>There is no such family.</EmptyState>
      </Page>
    )
  return <FamilyPage key={id} id={id} />
}

function FamilyPage({ id }: { id: FamilyId }) {
  const query = useQuery(ask('people', 'family', { id }))
  const [side, setSide] = useState<Side | null>(null)
  const mayEdit = useMay()('people.edit')
  const family = query.data
  return (
    <Page
      title={family ? `Family: ${family.name}` : 'Family'}
      back={<Link to="/people">All people</Link>}
      {...(family && { sentence: `${count(family.members.length, 'person', 'people')}, side by side.` })}
      action={
        family &&
        mayEdit && (
          <Group gap="xs">
            <Button variant="default" onClick={() => setSide({ kind: 'rename' })}>
              Change the name
            </Button>
            <Button
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => setSide({ kind: 'add' })}
            >
              Add somebody
            </Button>
          </Group>
        )
      }
      side={family && side && sideOf(family, side, () => setSide(null))}
    >
      <Answer query={query}>
        {({ members }) =>
          members.length === 0 ? (
            <EmptyState action={<Link to="/people">Find people</Link>}>
              Nobody is in this family any more. Open a person to put them in.
            </EmptyState>
          ) : (
            <FamilyTable
              members={members}
              onMove={mayEdit ? (member) => setSide({ kind: 'move', member }) : undefined}
            />
          )
        }
      </Answer>
    </Page>
  )
}

function sideOf(family: Family, side: Side, onClose: () => void) {
  switch (side.kind) {
    case 'add':
      return (
        <PersonForm
          key="add"
          start={{ ...emptyDraft, familyId: family.id, familyName: family.name }}
          onClose={onClose}
          onSaved={onClose}
        />
      )
    case 'rename':
      return <RenameForm key="rename" family={family} onClose={onClose} />
    case 'move':
      return <MoveForm key={side.member.id} member={side.member} onClose={onClose} />
  }
}
