import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import { PersonName } from '../../ui/person-name.tsx'
import type { PersonId, SessionId } from '../../../shared/ids.ts'
import { consentLabels } from '../../../shared/people/consents.rules.ts'
import type { Peek } from '../../../shared/people/peek.contract.ts'
import type { Register, RegisterRow } from '../../../shared/registers/registers.contract.ts'
import { civilNow, dateOf } from '../../../shared/time/civil.ts'
import { longDate } from '../../../shared/time/format.ts'
import { ApologiesButton } from './apologies-button.tsx'
import { NoteField } from './note-field.tsx'
import { waits } from './row-chips.tsx'
import classes from './register.module.css'

interface PersonPeekProps {
  readonly register: Register
  readonly row: RegisterRow | undefined
  readonly readOnly: boolean
  readonly note: RefObject<HTMLTextAreaElement | null>
  readonly onNoteDone: () => void
}

/** Asked when the focus rests: forty marks typed in a row are not forty looks. */
const RESTS_AFTER = 250

/** What to know of the person in hand, without leaving the sheet. */
export function PersonPeek({ row, ...rest }: PersonPeekProps) {
  return row === undefined ? null : <PeekOf {...rest} row={row} />
}

function PeekOf({
  register,
  row,
  readOnly,
  note,
  onNoteDone,
}: PersonPeekProps & { readonly row: RegisterRow }) {
  const may = useMay()
  const more = usePeek(register.sessionId, row.personId)
  return (
    <aside className={classes.peek} aria-label="About this person" data-pane tabIndex={-1}>
      <h2 className={classes.peekName}>
        <PersonName name={row.name} />
      </h2>
      <p className={classes.quiet}>{row.age === null ? 'Age not known' : ageWords(row.age)}</p>
      {row.alert && (
        <p className={classes.alert}>{more?.speakTo ?? 'Speak to the lead before the session.'}</p>
      )}
      {more && more.mustNotCollect.length > 0 && (
        <p className={classes.alert}>Must not collect: {more.mustNotCollect.map(adultWords).join('; ')}</p>
      )}
      <dl className={classes.facts}>
        <Fact name="Allergies and medical">
          {row.allergies ?? <span className={classes.quiet}>Nothing recorded</span>}
        </Fact>
        {more && <More peek={more} />}
        <Fact name="Phone">{phoneWords(row)}</Fact>
        {row.walkIn && <Fact name="On this register">{walkInWords(register, row)}</Fact>}
        {row.provisional && (
          <Fact name="Still to do">
            {row.age === null
              ? 'Added at the door: date of birth and a check are owed'
              : 'Added at the door: a check is owed'}
          </Fact>
        )}
        <Fact name="Mark">{markedWords(register, row)}</Fact>
      </dl>
      {(!readOnly || row.mark?.note) && (
        <NoteField
          key={`${row.personId} ${row.mark?.note ?? ''}`}
          sessionId={register.sessionId}
          row={row}
          readOnly={readOnly}
          field={note}
          onDone={onNoteDone}
        />
      )}
      <div className={classes.ways}>
        {row.standing === 'enrolled' && !readOnly && (
          <ApologiesButton
            personId={row.personId}
            name={row.name}
            groupId={register.groupId}
            from={dateOf(register.startsAt)}
          />
        )}
        {may('people.view') && <Anchor href={`#/people/${row.personId}`}>Open the record</Anchor>}
      </div>
    </aside>
  )
}

/** What their record knows; nothing while the focus is still moving. */
function usePeek(sessionId: SessionId, personId: PersonId): Peek | undefined {
  const [restingOn] = useDebouncedValue(personId, RESTS_AFTER)
  const rests = restingOn === personId
  const { data } = useQuery({ ...ask('people', 'peek', { sessionId, personId }), enabled: rests })
  return data
}

function More({ peek }: { peek: Peek }) {
  const { accessNeeds, language, interpreter, mayCollect, emergency, consents } = peek
  return (
    <>
      {accessNeeds !== null && <Fact name="Access needs">{accessNeeds}</Fact>}
      {(language !== null || interpreter) && (
        <Fact name="Language">
          {[language, interpreter ? 'interpreter needed' : null].filter(Boolean).join(', ')}
        </Fact>
      )}
      {mayCollect.length > 0 && <Fact name="May collect">{mayCollect.map(adultWords).join('; ')}</Fact>}
      {emergency.length > 0 && (
        <Fact name="In an emergency">
          {emergency.map((one) => (
            <span key={`${one.name} ${one.relation}`} className={classes.line}>
              {adultWords(one)}: {one.phone ?? <span className={classes.quiet}>{one.noCall}</span>}
            </span>
          ))}
        </Fact>
      )}
      {consents.length > 0 && (
        <Fact name="Consents">
          {consents
            .filter((one) => one.state !== 'not-asked')
            .map((one) => (
              <span key={one.kind} className={classes.line}>
                {one.words}
              </span>
            ))}
          <NotAsked consents={consents} />
        </Fact>
      )}
    </>
  )
}

/** In one line: what nobody asked is mostly several of them. */
function NotAsked({ consents }: Pick<Peek, 'consents'>) {
  const kinds = consents.filter((one) => one.state === 'not-asked').map((one) => consentLabels[one.kind])
  if (kinds.length === 0) return null
  return <span className={classes.quiet}>Not asked: {kinds.join(', ').toLowerCase()}</span>
}

const adultWords = ({ name, relation }: { name: string; relation: string }) => `${name}, ${relation}`

/** `9` is years; under five the words are there already. */
const ageWords = (age: string) => (/^\d+$/.test(age) ? `${age} years old` : `${age} old`)

function phoneWords(row: RegisterRow): ReactNode {
  if (row.safeToCall === 'no') return <strong>Do not call: it is not safe</strong>
  if (row.safeToCall === 'not-asked')
    return <span className={classes.quiet}>Hidden: nobody has asked whether calling is safe</span>
  return row.phone ?? <span className={classes.quiet}>None recorded</span>
}

/** Who wrote it, and when it was before the day: apologies told ahead. */
function markedWords({ startsAt }: Register, { mark }: RegisterRow): string {
  if (mark === null) return 'Not recorded'
  const day = dateOf(civilNow(new Date(mark.markedAt)))
  const ahead = day < dateOf(startsAt) ? ` on ${longDate(day)}, ahead of the session` : ''
  return `${mark.code}, by ${mark.markedBy}${ahead}`
}

function walkInWords({ groupId }: Register, row: RegisterRow): ReactNode {
  if (!waits(row)) return 'Walked in; not enrolled on this day'
  return (
    <>
      Came, and is still waiting for a place.{' '}
      <Anchor href={`#/groups/${groupId}/people`} underline="always">
        Decide on their place
      </Anchor>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
