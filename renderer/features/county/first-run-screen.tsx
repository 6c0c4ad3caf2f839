import { useState } from 'react'
import { CalmPage } from '../users/calm-page.tsx'
import { ContentsStep } from './contents-step.tsx'
import { PersonStep } from './person-step.tsx'
import { WelcomeStep } from './welcome-step.tsx'

export interface NewAdministrator {
  readonly name: string
  readonly passphrase: string
}

const titles = {
  welcome: 'Welcome to Gather',
  person: 'Who are you?',
  contents: 'What should be in it?',
} as const
type StepName = keyof typeof titles
const order: readonly StepName[] = ['welcome', 'person', 'contents']

/** The first start: three calm steps to a county with one administrator. Going back loses nothing typed. */
export function FirstRunScreen() {
  const [step, setStep] = useState<StepName>('welcome')
  const [person, setPerson] = useState<NewAdministrator>({ name: '', passphrase: '' })
  return (
    <CalmPage title={titles[step]} above={`Step ${order.indexOf(step) + 1} of ${order.length}`}>
      {step === 'welcome' && <WelcomeStep onNext={() => setStep('person')} />}
      {step === 'person' && (
        <PersonStep
          person={person}
          onChange={setPerson}
          onBack={() => setStep('welcome')}
          onNext={() => setStep('contents')}
        />
      )}
      {step === 'contents' && <ContentsStep person={person} onBack={() => setStep('person')} />}
    </CalmPage>
  )
}
