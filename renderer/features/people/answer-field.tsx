import { Group, Radio } from '@mantine/core'
import { answers, type Answer } from '../../../shared/people/contact-safety.rules.ts'

interface AnswerFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: Answer
  readonly onChange: (value: Answer) => void
  /** What the answers are called here; Yes, No and Not asked unless said. */
  readonly words?: Readonly<Record<Answer, string>>
}

const plainWords: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' }

/** A question that may not have been asked: "not asked" differs from "no". */
export function AnswerField({ label, hint, value, onChange, words = plainWords }: AnswerFieldProps) {
  const choose = (chosen: string) => {
    const answer = answers.find((one) => one === chosen)
    if (answer) onChange(answer)
  }
  return (
    <Radio.Group label={label} description={hint} value={value} onChange={choose}>
      <Group mt={4} gap="sm">
        {(['yes', 'no', 'not-asked'] as const).map((answer) => (
          <Radio key={answer} value={answer} label={words[answer]} />
        ))}
      </Group>
    </Radio.Group>
  )
}
