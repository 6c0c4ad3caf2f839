import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { askKeeping } from '../../api/queries.ts'
import type { FamilyId } from '../../../shared/ids.ts'

interface FamilyFieldProps {
  readonly id: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly familyId: FamilyId | null
  readonly familyName: string
  readonly onChange: (familyId: FamilyId | null, familyName: string) => void
}

interface Found {
  readonly id: FamilyId
  readonly name: string
  readonly members: readonly string[]
}

/** Families may share a name: the members tell them apart. */
const labelOf = ({ name, members }: Found) =>
  members.length === 0 ? name : `${name} (${members.slice(0, 4).join(', ')}${members.length > 4 ? ' …' : ''})`

/** A family that is there, found by its name or a member's, or the name of a new one. */
export function FamilyField(props: FamilyFieldProps) {
  const { familyId, familyName, onChange, ...field } = props
  const [text] = useDebouncedValue(familyName, 200)
  const enabled = familyId === null && text.trim().length > 1
  const found = useQuery({ ...askKeeping('people', 'searchFamilies', { text: text.slice(0, 200) }), enabled })
  const families = enabled ? (found.data ?? []) : []
  const type = (typed: string) => {
    const chosen = families.find((family) => labelOf(family) === typed)
    onChange(chosen?.id ?? null, chosen?.name ?? typed)
  }
  return (
    <Autocomplete
      {...field}
      data-own-words
      label="Family (optional)"
      description={
        familyId === null
          ? 'Find a family by its name or a member’s. A name that is not there makes a new one.'
          : 'A family that is here already.'
      }
      value={familyName}
      onChange={type}
      data={[...new Set(families.map(labelOf))]}
      filter={({ options }) => options}
      autoComplete="off"
    />
  )
}
