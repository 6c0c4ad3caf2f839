import { Radio } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { mergeChoices, type MergeChoice, type MergeQuestion } from '../../../shared/people/merge.contract.ts'
import classes from './duplicates.module.css'

interface Option {
  readonly choice: MergeChoice
  readonly words: string
  readonly from: string | undefined
}

interface QuestionProps {
  readonly question: MergeQuestion
  /** The names of the record that stays and of the one that goes into it. */
  readonly names: readonly [kept: string, gone: string]
  readonly value: MergeChoice | null
  readonly onAnswer: (choice: MergeChoice) => void
  /** Answered by its figure: on to the next question. */
  readonly onKeyAnswer: (choice: MergeChoice) => void
}

/** Something of which the two say different things: nothing is chosen until a person has. */
export function MergeQuestionField({ question, names, value, onAnswer, onKeyAnswer }: QuestionProps) {
  const options: Option[] = [
    { choice: 'kept' as const, words: question.kept, from: names[0] },
    ...(question.gone === null ? [] : [{ choice: 'gone' as const, words: question.gone, from: names[1] }]),
    ...(question.both === null ? [] : [{ choice: 'both' as const, words: question.both, from: 'Both' }]),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = options[Number(event.key) - 1]
    if (chosen === undefined || event.ctrlKey || event.altKey) return
    event.preventDefault()
    onKeyAnswer(chosen.choice)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the figures of its answers
    <li className={classes.question} onKeyDown={onKeyDown}>
      <Radio.Group
        label={question.about}
        description={question.warning}
        value={value}
        onChange={(text) => {
          const choice = mergeChoices.find((one) => one === text)
          if (choice) onAnswer(choice)
        }}
      >
        {options.map(({ choice, words, from }, place) => (
          <Radio
            key={choice}
            mt={6}
            value={choice}
            label={
              <>
                {place + 1}. <span style={{ whiteSpace: 'pre-line' }}>{words}</span>{' '}
                <span className={classes.quiet}>({from})</span>
              </>
            }
            {...(place === 0 && { id: question.key, 'data-question': true })}
          />
        ))}
      </Radio.Group>
    </li>
  )
}
