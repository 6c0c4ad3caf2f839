import { Spotlight } from '@mantine/spotlight'
import { IconDoor } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/queries.ts'
import { useToday } from '../api/session.ts'
import { go } from '../location.ts'
import { knownIn, readSentence } from '../../shared/rooms/read-sentence.rules.ts'
import { sentenceInWords } from '../../shared/rooms/sentence-words.rules.ts'
import { emptySentence } from '../../shared/rooms/sentence.rules.ts'

/** What was typed after `room`: `room 14 tue 10-12 10 weeks`; null for anything else. */
export const roomLine = (text: string): string | null => /^\s*rooms?\s+(\S.*)$/i.exec(text)?.[1] ?? null

interface FindRoomActionProps {
  readonly line: string
  readonly after: (run: () => void) => () => void
}

/** Finds a room from one typed line, said back as a sentence before it is asked. */
export function FindRoomAction({ line, after }: FindRoomActionProps) {
  const today = useToday()
  const buildings = useQuery(ask('buildings', 'list', {})).data ?? []
  const { sentence, unknown } = readSentence(line, knownIn(buildings, today))
  if (sentence.from === undefined && sentence.length === undefined && sentence.people === undefined)
    return null
  const more = unknown.length === 0 ? '' : ` · “${unknown.join(' ')}” is not understood`
  return (
    <Spotlight.ActionsGroup label="Find a room">
      <Spotlight.Action
        label={sentenceInWords({ ...emptySentence, ...sentence }, today)}
        description={`Every building${more}`}
        leftSection={<IconDoor size={20} stroke={1.6} aria-hidden />}
        onClick={after(() => go(`/rooms?find=${encodeURIComponent(line)}`))}
      />
    </Spotlight.ActionsGroup>
  )
}
