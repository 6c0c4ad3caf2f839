import { Checkbox, Stack } from '@mantine/core'
import { useToday } from '../../api/session.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { ageOn } from '../../../shared/time/civil.ts'

interface AlsoForProps {
  readonly label: string
  /** The others of the family. */
  readonly family: readonly PersonRow[]
  readonly chosen: readonly PersonId[]
  readonly onChange: (chosen: readonly PersonId[]) => void
}

/** The same for brothers and sisters at once: a family is asked once. */
export function AlsoFor({ label, family, chosen, onChange }: AlsoForProps) {
  const today = useToday()
  const children = family.filter(({ dateOfBirth }) => (ageOn(dateOfBirth, today) ?? 0) < 18)
  if (children.length === 0) return null
  const choose = (ids: readonly string[]) =>
    onChange(children.filter((child) => ids.includes(child.id)).map((child) => child.id))
  return (
    <Checkbox.Group label={label} value={[...chosen]} onChange={choose}>
      <Stack gap={8} mt={4}>
        {children.map((child) => (
          <Checkbox key={child.id} value={child.id} label={child.name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
