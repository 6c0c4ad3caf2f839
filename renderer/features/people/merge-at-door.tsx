import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useMay } from '../../api/session.ts'
import { KeyLegend } from '../../ui/keys.tsx'
import type { PersonRow } from '../../../shared/people/people.contract.ts'
import { ThisIsDialog } from './merge-this-is.tsx'

/** Round the list of people added at a door: one key on a row says who that person is. */
export function ThisIsByKey({ people, children }: { people: readonly PersonRow[]; children: ReactNode }) {
  const [asked, setAsked] = useState<PersonRow | null>(null)
  const mayEdit = useMay()('people.edit')
  if (!mayEdit || people.length === 0) return children
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key.toLowerCase() !== 'i' || event.ctrlKey || event.altKey || event.metaKey) return
    const rows = [...event.currentTarget.querySelectorAll('[data-row-opener]')]
    const person = people[rows.findIndex((row) => row === document.activeElement)]
    if (person === undefined) return
    event.preventDefault()
    setAsked(person)
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the key of the rows in it */}
      <div onKeyDown={onKeyDown}>{children}</div>
      <KeyLegend
        items={[
          { keys: ['↑', '↓'], does: 'from person to person' },
          { keys: ['I'], does: 'this is …' },
        ]}
      />
      {asked !== null && <ThisIsDialog id={asked.id} name={asked.name} onClose={() => setAsked(null)} />}
    </>
  )
}
