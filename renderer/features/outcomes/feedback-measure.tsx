import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { useMay } from '../../api/session.ts'
import { CountField } from '../../ui/count-field.tsx'
import type { FeedbackSheet } from '../../../shared/outcomes/feedback.contract.ts'
import {
  answeredItem,
  answeredMost,
  askedOf,
  responseWords,
} from '../../../shared/outcomes/feedback.rules.ts'
import type { Measure } from '../../../shared/outcomes/outcomes.contract.ts'
import { itemsOf, itemShape } from '../../../shared/outcomes/readings.rules.ts'
import { count } from '../../../shared/text.ts'
import classes from './feedback.module.css'

interface OfMeasure {
  readonly sheet: FeedbackSheet
  readonly measure: Measure
  readonly occasion: FeedbackSheet['occasions'][number]
}

const placeOf = ({ sheet, measure, occasion }: OfMeasure) => ({
  groupId: sheet.groupId,
  sessionId: occasion.sessionId,
  measureId: measure.id,
})
const here =
  ({ measure, occasion }: OfMeasure) =>
  (one: { measureId: string; sessionId: string | null }) =>
    one.measureId === measure.id && one.sessionId === occasion.sessionId

/** One measure of feedback on one occasion: how many answered, what, and who by name. */
export function FeedbackMeasure(props: OfMeasure) {
  const { sheet, measure, occasion } = props
  const id = useId()
  const named = sheet.answers.filter(here(props))
  const answers = [...sheet.tallies.filter(here(props)), ...named.map((one) => ({ ...one, people: 1 }))]
  const entered = sheet.asked.find(here(props))?.people ?? null
  const asked = askedOf(entered, occasion.came.length, answers)
  const items = itemsOf(measure)
  return (
    <section className={classes.measure} aria-labelledby={id}>
      <h3 id={id}>{measure.name}</h3>
      <div className={classes.bar}>
        <AskedField {...props} entered={entered} />
        <p className={classes.quiet} aria-live="polite">
          {responseWords(answeredMost(answers), asked)}
          {items.length > 1 && `, statement by statement ${items.map((item) => answeredItem(answers, item)).join(', ')}`}.
        </p>
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{items.length > 1 ? 'Statement' : 'Forms without a name'}</th>
              {measure.details.answers.map((answer) => (
                <th key={answer.value} scope="col">
                  {answer.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item}>
                <th scope="row">{items.length > 1 ? itemShape(measure, item).name : 'How many'}</th>
                {measure.details.answers.map(({ value, label }) => (
                  <td key={value}>
                    <FormsField {...props} item={item} value={value} label={label} single={items.length === 1} />
                    <NamedToo n={named.filter((one) => one.item === item && one.value === value).length} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ByName {...props} />
    </section>
  )
} // prettier-ignore

const NamedToo = ({ n }: { n: number }) =>
  n === 0 ? null : <div className={classes.named}>and {n} by name</div>

function AskedField(props: OfMeasure & { readonly entered: number | null }) {
  const { entered, occasion } = props
  const id = useId()
  const may = useMay()
  const [typed, setTyped] = useState<number | null | undefined>()
  const set = useCommand('outcomes', 'setFeedbackAsked', { done: 'Saved how many were asked', undo: true })
  const save = () => {
    if (typed !== undefined && typed !== entered) set.mutate({ ...placeOf(props), people: typed })
    setTyped(undefined)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of its field
    <div className={classes.asked} onBlur={save} onKeyDown={(event) => event.key === 'Enter' && save()}>
      <CountField
        id={id}
        label="How many were asked"
        hint={`Empty: all who came, ${occasion.came.length}`}
        value={typed === undefined ? entered : typed}
        onChange={setTyped}
        disabled={!may('outcomes.edit')}
      />
    </div>
  )
}

interface FormsFieldProps extends OfMeasure {
  readonly item: number
  readonly value: number
  readonly label: string
  /** The measure has one question only, which needs no name. */
  readonly single: boolean
}

/** How many forms without a name gave one answer: one more, one fewer, or typed. */
function FormsField(props: FormsFieldProps) {
  const { sheet, measure, item, value, label, single } = props
  const may = useMay()
  const [typed, setTyped] = useState<string | null>(null)
  const { mutate, isPending } = useCommand('outcomes', 'countFeedback')
  const tallies = sheet.tallies.filter(here(props))
  const people = tallies.find((one) => one.item === item && one.value === value)?.people ?? 0
  const add = (by: number) => by !== 0 && mutate({ ...placeOf(props), item, value, add: by })
  const save = () => {
    if (typed !== null && /^\d{1,4}$/.test(typed.trim())) add(Number(typed) - people)
    setTyped(null)
  }
  const what = single ? `${measure.name}, ${label}` : `${itemShape(measure, item).name}, ${label}`
  const off = !may('outcomes.edit') || isPending
  const button = { variant: 'default', size: 32 } as const
  return (
    <span className={classes.count}>
      <ActionIcon {...button} disabled={off || people === 0} onClick={() => add(-1)} aria-label={`One form fewer: ${what}`}>
        <IconMinus size={16} />
      </ActionIcon>
      <input
        inputMode="numeric"
        aria-label={`Forms: ${what}`}
        readOnly={!may('outcomes.edit')}
        value={typed ?? people}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <ActionIcon {...button} disabled={off} onClick={() => add(1)} aria-label={`One form more: ${what}`}>
        <IconPlus size={16} />
      </ActionIcon>
    </span>
  )
} // prettier-ignore

/** Everybody of the group with their answers; those who came to the session first. */
function ByName(props: OfMeasure) {
  const { sheet, measure, occasion } = props
  const may = useMay()
  const { mutate } = useCommand('outcomes', 'answerFeedback')
  const named = sheet.answers.filter(here(props))
  const came = new Set<string>(occasion.came)
  const people = sheet.people.toSorted((a, b) => Number(came.has(b.personId)) - Number(came.has(a.personId)))
  const given = new Set(named.map((one) => one.personId)).size
  const items = itemsOf(measure)
  const choices = [{ value: '', label: '–' }, ...measure.details.answers.map((one) => ({ value: String(one.value), label: one.label }))] // prettier-ignore
  return (
    <details>
      <summary>By name: {count(given, 'person', 'people')}</summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {items.map((item) => (
              <th key={item} scope="col">
                {itemShape(measure, item).name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name }) => (
            <tr key={personId}>
              <th scope="row">{name}</th>
              {items.map((item) => (
                <td key={item}>
                  <NativeSelect
                    aria-label={`${name}, ${itemShape(measure, item).name}`}
                    disabled={!may('outcomes.edit')}
                    data={choices}
                    value={String(named.find((one) => one.personId === personId && one.item === item)?.value ?? '')} // prettier-ignore
                    onChange={({ currentTarget: { value } }) =>
                      mutate({
                        ...placeOf(props),
                        personId,
                        item,
                        value: value === '' ? null : Number(value),
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
