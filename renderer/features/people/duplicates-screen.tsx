import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../../api/queries.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { count } from '../../../shared/text.ts'
import { DuplicatesList, keyOfPair } from './duplicates-list.tsx'

const LIMIT = 40

/** Pairs of records that may be one person: looked at one after the other, by keys. */
export function DuplicatesScreen() {
  const query = useQuery(ask('people', 'duplicates', { limit: LIMIT }))
  const [later, setLater] = useState<ReadonlySet<string>>(new Set())
  const total = query.data?.total ?? 0
  return (
    <Page
      title="Possible duplicates"
      back={<Link to="/people">All people</Link>}
      {...(total > 0 && {
        sentence: `${count(total, 'pair')} of records that may be one person. Nothing becomes of them until you say so.`,
      })}
    >
      <Answer query={query}>
        {({ pairs }) => {
          const shown = pairs.filter((pair) => !later.has(keyOfPair(pair)))
          return shown.length === 0 ? (
            <NoPairs left={later.size > 0} onAgain={() => setLater(new Set())} />
          ) : (
            <DuplicatesList
              pairs={shown}
              onLater={(pair) => setLater(new Set([...later, keyOfPair(pair)]))}
            />
          )
        }}
      </Answer>
    </Page>
  )
}

const NoPairs = ({ left, onAgain }: { left: boolean; onAgain: () => void }) =>
  left ? (
    <EmptyState action={<Button onClick={onAgain}>Look at those left for later</Button>}>
      You have been through all of them.
    </EmptyState>
  ) : (
    <EmptyState action={<Link to="/people">See all people</Link>}>
      No two records look like one person. New ones show here by themselves.
    </EmptyState>
  )
