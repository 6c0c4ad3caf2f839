import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askKeeping } from '../../api/queries.ts'
import type { RosterRow } from '../../../shared/enrolments/enrolments.contract.ts'
import { personId } from '../../../shared/ids.ts'
import type { GroupId } from '../../../shared/ids.ts'
import { useEnrol } from '../enrolments/use-enrol.tsx'
import { NewPersonDialog } from './new-person-dialog.tsx'
import { identityWords } from './person-words.ts'
import classes from './people.module.css'

const NEW = 'new'

interface EnrolPersonProps {
  readonly groupId: GroupId
  readonly inGroup: readonly RosterRow[]
}

/** Type a name: those who are known are offered first, and a new person last. Enter enrols. */
export function EnrolPerson({ groupId, inGroup }: EnrolPersonProps) {
  const [text, setText] = useState('')
  const [adding, setAdding] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { enrol, dialog } = useEnrol(groupId)
  const found = useFound(text)
  const there = new Set(inGroup.map((row) => row.personId))
  const choose = (value: string) => {
    combobox.closeDropdown()
    if (value === NEW) return setAdding(text)
    void enrol(personId.parse(value), found.find((person) => person.id === value)?.name ?? 'The person')
    setText('')
  }
  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={choose}>
        <Combobox.Target>
          <TextInput
            label="Enrol a person"
            description="Type a name, a date of birth or a Mosaic ID"
            leftSection={<IconUserPlus size={18} aria-hidden />}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              combobox.openDropdown()
              combobox.selectFirstOption()
            }}
            onBlur={() => combobox.closeDropdown()}
            autoComplete="off"
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === ''}>
          <Combobox.Options>
            {found.map((person) => (
              <Combobox.Option key={person.id} value={person.id} disabled={there.has(person.id)}>
                <div>{person.name}</div>
                <div className={classes.quiet}>
                  {identityWords(person)}
                  {there.has(person.id) && '. Already in this group'}
                </div>
              </Combobox.Option>
            ))}
            <Combobox.Option value={NEW}>Add “{text.trim()}” as a new person</Combobox.Option>
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {adding !== null && (
        <NewPersonDialog
          named={adding}
          onClose={() => setAdding(null)}
          onReady={(id, name) => {
            setAdding(null)
            setText('')
            void enrol(id, name)
          }}
        />
      )}
      {dialog}
    </div>
  )
}

function useFound(text: string) {
  const [asked] = useDebouncedValue(text.slice(0, 200), 150)
  const enabled = asked.trim() !== ''
  const query = useQuery({ ...askKeeping('people', 'search', { text: asked, limit: 6 }), enabled })
  return enabled && text.trim() !== '' ? (query.data?.people ?? []) : []
}
