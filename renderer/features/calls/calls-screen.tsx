import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useParams } from 'wouter'
import { ask } from '../../api/queries.ts'
import { useBuilding } from '../../api/remembered.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { KeyLegend } from '../../ui/keys.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Call } from '../../../shared/calls/calls.contract.ts'
import { afterIt, answersOf, keyOf, type CallAnswer } from './call-answers.ts'
import { CallList } from './call-list.tsx'
import { CallPanel } from './call-panel.tsx'
import { sentenceOf } from './call-words.ts'
import { useAnswer } from './use-answer.ts'
import classes from './calls.module.css'

/** Who needs a call: `#/calls`, and from a card of Today `#/calls/:kind`, which begins there. */
export function CallsScreen() {
  const { kind } = useParams()
  const [buildingId] = useBuilding()
  const calls = useQuery(ask('calls', 'list', { buildingId }))
  return (
    <Page title="Who needs a call" sentence={calls.data && sentenceOf(calls.data)} fill>
      <Answer query={calls}>
        {(all) => (all.length === 0 ? <NobodyToCall /> : <Calls key={kind} calls={all} kind={kind} />)}
      </Answer>
    </Page>
  )
}

const NobodyToCall = () => (
  <EmptyState action={<a href="#/today">Go to Today</a>}>
    Nobody needs a call. Whoever misses sessions without a word, and groups that are short of people or
    adults, stand here.
  </EmptyState>
)

const legend = [
  { keys: ['↑', '↓'], does: 'next' },
  { keys: ['1'], does: 'to the last number: what came of it' },
  { keys: ['N'], does: 'note' },
  { keys: ['Enter'], does: 'open' },
]

function Calls({ calls, kind }: { calls: readonly Call[]; kind: string | undefined }) {
  const may = useMay()
  const [wanted, setWanted] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const noteField = useRef<HTMLInputElement>(null)
  const chosen =
    calls.find((call) => keyOf(call) === wanted) ?? calls.find((call) => call.kind === kind) ?? calls[0]
  const backToList = () => document.querySelector<HTMLElement>('[data-calls]')?.focus()
  const choose = (key: string | null) => {
    setWanted(key)
    setNote('')
  }
  const { give, pending } = useAnswer(backToList)
  if (chosen === undefined) return null
  const mayAnswer = may(chosen.about === null ? 'registers.edit' : 'people.edit')
  const answer = (given: CallAnswer) => {
    give(chosen, given, note)
    choose(afterIt(calls.map(keyOf), keyOf(chosen)))
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const given =
      /^[1-9]$/.test(event.key) && mayAnswer ? answersOf(chosen)[Number(event.key) - 1] : undefined
    if (given !== undefined) answer(given)
    else if (event.key.toLowerCase() === 'n') noteField.current?.focus()
    else if (event.key === 'Enter') go(chosen.to)
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.screen}>
      <div className={classes.both}>
        <CallList calls={calls} chosen={chosen} onChoose={(call) => choose(keyOf(call))} onKey={press} />
        <CallPanel
          call={chosen}
          note={note}
          onNote={setNote}
          noteField={noteField}
          onNoteDone={backToList}
          pending={pending}
          onAnswer={mayAnswer ? answer : undefined}
        />
      </div>
      <KeyLegend items={legend} />
    </div>
  )
}
