import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconArrowsExchange } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import type { Output } from '../../api/client.ts'
import { useCommand } from '../../api/commands.ts'
import { failureText, notify } from '../../api/notify.tsx'
import { go } from '../../location.ts'
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx'
import { KeyLegend } from '../../ui/keys.tsx'
import type { MergeChoice } from '../../../shared/people/merge.contract.ts'
import { count } from '../../../shared/text.ts'
import { Sides } from './duplicates-sides.tsx'
import { MergeQuestionField } from './merge-question.tsx'
import classes from './duplicates.module.css'

type Plan = Output<'people', 'mergePlan'>
type Answers = Readonly<Record<string, MergeChoice>>

/** Both records, the questions that only a person can answer, and the one button. */
export function MergeForm({ plan }: { plan: Plan }) {
  const { kept, gone, facts, questions, refused } = plan
  const swap = () => go(`/people/merge/${gone.id}/${kept.id}`, { replace: true })
  return (
    <>
      <Sides
        label="Both records"
        headings={[`Stays: ${kept.fullName}`, `Goes into it: ${gone.fullName}`]}
        lines={facts
          .filter((fact) => fact.kept !== null || fact.gone !== null)
          .map(({ label, kept: one, gone: other, different }) => ({ label, one, other, different }))}
      />
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconArrowsExchange size={18} aria-hidden />}
        onClick={swap}
      >
        Keep the other record
      </Button>
      {refused === null ? (
        <Questions plan={plan} key={questions.map((one) => one.key).join()} />
      ) : (
        <Alert
          mt="md"
          variant="default"
          icon={<IconAlertTriangle aria-hidden />}
          title="These two stay two records"
        >
          {refused}
        </Alert>
      )}
    </>
  )
}

/** Merges, says so, and goes to the one record that there is then. */
function useMerge({ kept, gone }: Plan) {
  return useCommand('people', 'merge', {
    failure: 'inline',
    undo: true,
    done: `${gone.fullName} and ${kept.fullName} are one record now.`,
    onDone: ({ keptId, words }) => {
      for (const one of words) notify(one)
      go(`/people/${keptId}`)
    },
  })
}

function Questions({ plan }: { plan: Plan }) {
  const { kept, gone, questions } = plan
  const [answers, setAnswers] = useState<Answers>({})
  /** What was missing when it was tried: the summary stays as it was read until it is tried again. */
  const [missing, setMissing] = useState<Plan['questions']>([])
  const merge = useMerge(plan)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // The figures answer at once; what stands above stays in view.
    form.current?.querySelector<HTMLElement>('[data-question], button[type="submit"]')?.focus({ preventScroll: true }) // prettier-ignore
  }, [])
  const open = questions.filter(({ key }) => answers[key] === undefined)
  const errors: FieldError[] = [
    ...(open.length > 0 ? missing : []).map(({ key, about }) => ({ field: key, message: `Answer: ${about}` })), // prettier-ignore
    ...(merge.error ? [{ message: failureText(merge.error) }] : []),
  ]
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    setMissing(open)
    if (open.length > 0) return
    const versions = { keptVersion: kept.version, goneVersion: gone.version }
    merge.mutate({ keptId: kept.id, goneId: gone.id, ...versions, answers })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey || (event.key !== 'Enter' && event.key.toLowerCase() !== 's')) return
    event.preventDefault()
    send()
  }
  const answer = (place: number, key: string, choice: MergeChoice) => {
    setAnswers((all) => ({ ...all, [key]: choice }))
    const next = form.current?.querySelectorAll<HTMLElement>('[data-question]')[place + 1]
    return next ?? form.current?.querySelector<HTMLElement>('button[type="submit"]')
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of its questions
    <form ref={form} onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <h2 className={classes.part}>
        {questions.length === 0
          ? 'The two do not contradict each other'
          : `${count(questions.length, 'question')} to answer`}
      </h2>
      <ErrorSummary errors={errors} />
      <ul className={classes.questions}>
        {questions.map((question, place) => (
          <MergeQuestionField
            key={question.key}
            question={question}
            names={[kept.fullName, gone.fullName]}
            value={answers[question.key] ?? null}
            onAnswer={(choice) => void answer(place, question.key, choice)}
            onKeyAnswer={(choice) => answer(place, question.key, choice)?.focus()}
          />
        ))}
      </ul>
      <Group mb="md">
        <Button type="submit" loading={merge.isPending}>
          Take them together
        </Button>
        <Button variant="default" onClick={() => go('/people/duplicates')}>
          Leave them as they are
        </Button>
      </Group>
      <KeyLegend
        items={[
          ...(questions.length > 0
            ? [{ keys: ['1', '2'], does: 'answer, and on to the next question' }]
            : []),
          { keys: ['Ctrl', 'Enter'], does: 'take them together' },
        ]}
      />
    </form>
  )
}
