import type { ReactNode } from 'react'
import type { Output } from '../../api/client.ts'
import { useToday } from '../../api/session.ts'
import { noCallReason, waysToReach } from '../../../shared/people/contact-safety.rules.ts'
import type { Person } from '../../../shared/people/people.contract.ts'
import { ageInWords, longDate } from '../../../shared/time/format.ts'
import { answerWords } from './person-words.ts'
import classes from './people.module.css'

/** Who somebody is and how they may be reached. What is not known and seldom asked for takes no room. */
export function PersonFacts({ person, references, localityName }: Output<'people', 'get'>) {
  const today = useToday()
  const { dateOfBirth, accessNeeds, language, interpreter } = person
  const birth =
    dateOfBirth === null ? 'Not known' : `${longDate(dateOfBirth)}\nAged ${ageInWords(dateOfBirth, today)}`
  const ids = [`Mosaic ID: ${person.mosaicId ?? 'none'}`, ...references.map((one) => `${one.system}: ${one.value}`)] // prettier-ignore
  return (
    <dl className={classes.facts}>
      <Fact name="Date of birth">{birth}</Fact>
      <Fact name="Known in other systems">{ids.join('\n')}</Fact>
      <Fact name="Allergies and medical" wide>
        {person.allergies ?? 'None recorded'}
      </Fact>
      {accessNeeds !== null && (
        <Fact name="Access needs" wide>
          {accessNeeds}
        </Fact>
      )}
      {(language !== null || interpreter) && (
        <Fact name="Language" wide>
          {[language ?? 'Not recorded', ...(interpreter ? ['needs an interpreter'] : [])].join(', ')}
        </Fact>
      )}
      <Fact name="Phone" wide>
        <Phone person={person} />
      </Fact>
      <Letters person={person} localityName={localityName} />
    </dl>
  )
}

/** A number is only shown for what it may be used for. */
function Phone({ person }: { person: Person }) {
  const { call, text } = waysToReach(person)
  if (person.phone === null) return 'None'
  const texting = `Safe to text: ${answerWords[person.safeToText]}`
  if (call !== null) return `${call}\nSafe to call. ${texting}`
  return (
    <>
      {text !== null && `${text}\n`}
      <strong className={person.safeToCall === 'no' ? classes.no : classes.warn}>
        {noCallReason(person)}
      </strong>
      {text === null ? `\nThe number is hidden. ${texting}` : '\nOnly text.'}
    </>
  )
}

function Letters({ person, localityName }: { person: Person; localityName: string | null }) {
  const { email, address, postcode } = person
  const place = [address, postcode, localityName].filter((part) => part !== null)
  if (email === null && place.length === 0) return null
  return (
    <Fact name="Address and email" wide>
      {[...place, ...(email === null ? [] : [email])].join('\n')}
      {'\n'}
      <strong className={person.safeToWrite === 'yes' ? classes.given : classes.warn}>
        Safe to write: {answerWords[person.safeToWrite]}
      </strong>
    </Fact>
  )
}

const Fact = ({ name, wide, children }: { name: string; wide?: true; children: ReactNode }) => (
  <div data-wide={wide}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
