import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import {
  contactOutcomeLabels,
  contactSubjectLabels,
  contactWayLabels,
} from '../../../shared/contacts/contact.ts'
import type { Contact } from '../../../shared/contacts/contacts.contract.ts'
import type { GroupId, PersonId } from '../../../shared/ids.ts'
import { clockTime, shortDate } from '../../../shared/time/format.ts'
import { ContactForm } from './contact-form.tsx'
import classes from './contacts.module.css'

interface ContactLogProps {
  readonly personId: PersonId
  /** The group it is about, if it is about one. */
  readonly groupId?: GroupId
  /** The ways that are safe for them; left out, all are asked for and the person's own record says. */
  readonly reach?: { call: string | null; text: string | null; email: string | null; write: string | null }
}

/** Every try to reach somebody, the latest first, and a form for one more. */
export function ContactLog({ personId, groupId, reach }: ContactLogProps) {
  const contacts = useQuery(ask('contacts', 'forPerson', { personId })).data ?? []
  const [open, setOpen] = useState<Contact | 'new' | null>(null)
  const mayEdit = useMay()('people.edit')
  const close = () => setOpen(null)
  const about = { personId, ...(groupId && { groupId }), ...(reach && { reach }) }
  return (
    <section aria-labelledby="contacts">
      <h3 id="contacts" className={classes.heading}>
        Contacts
      </h3>
      {mayEdit && open === null && (
        <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}>
          Log a contact
        </Button>
      )}
      {open === 'new' && <ContactForm {...about} onClose={close} />}
      {contacts.length === 0 && open === null && (
        <p className={classes.quiet}>Nobody has tried to reach them yet.</p>
      )}
      <ul className={classes.list}>
        {contacts.map((contact) =>
          open !== null && open !== 'new' && open.id === contact.id ? (
            <li key={contact.id}>
              <ContactForm {...about} contact={contact} onClose={close} />
            </li>
          ) : (
            <li key={contact.id}>
              <Line {...contact} />
              {contact.mine && mayEdit && open === null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Correct the contact of ${shortDate(contact.at)}`}
                  onClick={() => setOpen(contact)}
                >
                  Correct
                </Button>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

function Line({ at, way, about, outcome, note, nextStep, by, groupName }: Contact) {
  const subject = [contactSubjectLabels[about], groupName].filter(Boolean).join(' · ')
  return (
    <>
      <div>
        <strong>{contactOutcomeLabels[outcome]}</strong>, {contactWayLabels[way].toLowerCase()}
      </div>
      <div className={classes.quiet}>
        {shortDate(at)}, {clockTime(at)} · {by} · {subject}
      </div>
      {note !== null && <div>{note}</div>}
      {nextStep !== null && <div>Next: {nextStep}</div>}
    </>
  )
}
