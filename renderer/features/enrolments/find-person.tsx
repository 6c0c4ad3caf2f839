import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askKeeping } from '../../api/queries.ts'
import { personId, type PersonId } from '../../../shared/ids.ts'
import { identityWords } from '../people/person-words.ts'
import classes from './enrolments.module.css'

const NEW = 'new'

interface FindPersonProps {
  readonly id: string
  readonly error: string | undefined
  readonly label: string
  readonly onChoose: (id: PersonId) => void
  /** Nobody known is meant: a new person by what was typed. */
  readonly onNew: (named: string) => void
}

/** Type a name: those who are known are offered first, and a new person last. */
export function FindPerson({ label, onChoose, onNew, ...field }: FindPersonProps) {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.slice(0, 200), 150)
  const typed = text.trim() !== ''
  const query = useQuery({ ...askKeeping('people', 'search', { text: asked, limit: 6 }), enabled: asked.trim() !== '' }) // prettier-ignore
  const found = typed ? (query.data?.people ?? []) : []
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const choose = (value: string) => {
    combobox.closeDropdown()
    if (value === NEW) return onNew(text)
    setText(found.find((person) => person.id === value)?.name ?? '')
    onChoose(personId.parse(value))
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          {...field}
          label={label}
          description="Type a name, a date of birth or a Mosaic ID"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && combobox.dropdownOpened) event.stopPropagation()
          }}
          onBlur={() => combobox.closeDropdown()}
          autoComplete="off"
          autoFocus
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!typed}>
        <Combobox.Options>
          {found.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <div>{person.name}</div>
              <div className={classes.small}>{identityWords(person)}</div>
            </Combobox.Option>
          ))}
          <Combobox.Option value={NEW}>Add “{text.trim()}” as a new person</Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
