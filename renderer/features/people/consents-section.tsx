import type { Consent } from '../../../shared/people/consents.contract.ts'
import { consentLabels } from '../../../shared/people/consents.rules.ts'
import { consentWords } from './person-words.ts'
import { Section } from './section.tsx'
import classes from './people.module.css'

interface ConsentsSectionProps {
  readonly consents: readonly Consent[]
  readonly onAsk?: (() => void) | undefined
}

const tones = { yes: classes.given, 'runs-out': classes.warn, 'run-out': classes.warn, no: classes.no, 'not-asked': classes.quiet } // prettier-ignore

/** What the family has agreed to, and what nobody has asked yet. */
export const ConsentsSection = ({ consents, onAsk }: ConsentsSectionProps) => (
  <Section title="Consents" action={onAsk && { words: 'Record answers', onClick: onAsk }}>
    <ul className={classes.list}>
      {consents.map((consent) => (
        <li key={consent.kind}>
          {consentLabels[consent.kind]}: <ConsentState consent={consent} />
        </li>
      ))}
    </ul>
  </Section>
)

/** How one consent stands, in words; the colour only repeats them. */
export const ConsentState = ({ consent }: { consent: Consent }) => (
  <span className={tones[consent.state]}>{consentWords(consent)}</span>
)
