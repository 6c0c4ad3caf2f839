import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Output } from '../../api/client.ts'
import { askKeeping } from '../../api/queries.ts'
import { useToday } from '../../api/session.ts'
import { useDraft } from '../../ui/use-draft.ts'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import type { BuildingId } from '../../../shared/ids.ts'
import { knownIn, readSentence, type Read } from '../../../shared/rooms/read-sentence.rules.ts'
import { emptySentence, ruleOfSentence, type Sentence } from '../../../shared/rooms/sentence.rules.ts'

export type Found = Output<'rooms', 'find'>

/** Where to look: near a building (null is anywhere alike), which the sentence may narrow to one building. */
interface Where {
  /** undefined: near the building chosen in the top bar. */
  readonly near: BuildingId | null | undefined
}
interface Kept extends Sentence, Where {}

const nothing: Kept = { ...emptySentence, near: undefined }
/** Long enough for the next letter, too short to wait for. */
const WHILE_TYPING_MS = 120
/** As many answers as are ever looked through. */
const MOST = 60

interface Start {
  /** The day of the board below: the first day where the sentence says none. */
  readonly date: string
  readonly buildingId: BuildingId | null
  readonly buildings: readonly Building[]
}

/** The sentence, what is being typed into it, and the rooms it finds. */
export function useFind({ date, buildingId, buildings }: Start) {
  const today = useToday()
  const { values, change, forget } = useDraft<Kept>('find-room', nothing)
  const [typing, setTyping] = useState<Partial<Sentence> | null>(null)
  const known = useMemo(() => knownIn(buildings, today), [buildings, today])
  const kept: Kept = { ...values, date: values.date ?? date }
  const sentence: Kept = { ...kept, ...typing }
  const near = sentence.near === undefined ? buildingId : sentence.near
  return {
    sentence,
    near,
    known,
    found: useFound(sentence, near, date),
    read: (text: string): Read => readSentence(text, known),
    /** What is being typed is answered, and forgotten when it is not taken. */
    tryOut: setTyping,
    change: (part: Partial<Kept>) => {
      setTyping(null)
      change(part)
    },
    clear: () => {
      setTyping(null)
      forget()
      change(nothing)
    },
  }
}
export type Find = ReturnType<typeof useFind>

/** The answers, following what is typed. The last ones stay until the next are there. */
function useFound(sentence: Sentence, near: BuildingId | null, today: string) {
  const { people, features, beside, stepFree, buildingId } = sentence
  const rule = ruleOfSentence(sentence, today)
  const input = rule && {
    rule,
    people,
    features: [...features],
    beside,
    stepFree,
    near,
    buildingId,
    most: MOST,
  }
  const asked = useSteady(input)
  const [settled] = useDebouncedValue(asked, WHILE_TYPING_MS)
  const query = useQuery(
    settled === null
      ? { queryKey: ['rooms', 'find', null], queryFn: skipToken }
      : askKeeping('rooms', 'find', settled),
  )
  const current = asked !== null && settled === asked && query.isSuccess && !query.isPlaceholderData
  return {
    rule,
    data: asked === null || settled === null ? undefined : query.data,
    error: asked === null ? null : query.error,
    /** Whether the answers are those of the sentence as it stands. */
    current,
  }
}

/** The same object as long as it says the same. */
function useSteady<T>(value: T): T {
  const text = JSON.stringify(value)
  // oxlint-disable-next-line react/exhaustive-deps -- its text is the value
  return useMemo(() => value, [text])
}
