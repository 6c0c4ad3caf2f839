import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useCommand } from '../../api/commands.ts'
import { useMay } from '../../api/session.ts'
import { go } from '../../location.ts'
import { KeyLegend } from '../../ui/keys.tsx'
import type { DuplicatePair } from '../../../shared/people/duplicates.contract.ts'
import { pairLines, surenessWords } from './duplicates-words.ts'
import { Sides } from './duplicates-sides.tsx'
import classes from './duplicates.module.css'

export const keyOfPair = ({ one, other }: DuplicatePair): string => `${one.id} ${other.id}`

/** Whom to keep: somebody who is known before somebody added at a door, and who is in groups before who is not. */
function lookSideBySide({ one, other }: DuplicatePair): void {
  const weight = (side: DuplicatePair['one']) => (side.provisional ? 0 : 100) + side.groups.length
  const [kept, gone] = weight(other) > weight(one) ? [other, one] : [one, other]
  go(`/people/merge/${kept.id}/${gone.id}`)
}

interface ListProps {
  readonly pairs: readonly DuplicatePair[]
  readonly onLater: (pair: DuplicatePair) => void
}

type Does = (pair: DuplicatePair) => void

/** One pair is at hand at a time, and one key decides about it. */
export function DuplicatesList({ pairs, onLater }: ListProps) {
  const mayEdit = useMay()('people.edit')
  const two = useCommand('people', 'notTheSame', { done: 'Remembered: they are two people.', undo: true })
  const notTheSame: Does = ({ one, other }) => two.mutate({ id: one.id, otherId: other.id })
  const keys: Readonly<Record<string, Does>> = mayEdit
    ? { m: lookSideBySide, t: notTheSame, l: onLater }
    : { l: onLater }
  const { list, current, onKeyDown, setCurrent } = useCurrentPair(pairs, keys)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the pairs in it */}
      <ul className={classes.pairs} ref={list} onKeyDown={onKeyDown} aria-label="Pairs">
        {pairs.map((pair, place) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the pair that has the focus is at hand
          <li
            key={keyOfPair(pair)}
            className={classes.pair}
            data-current={place === current}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one tab stop for the list; arrows go on
            tabIndex={place === current ? 0 : -1}
            onFocus={() => setCurrent(place)}
          >
            <Pair pair={pair} />
            <Group gap="sm">
              {mayEdit && (
                <>
                  <Button
                    size="compact-md"
                    variant={place === current ? 'filled' : 'default'}
                    onClick={() => lookSideBySide(pair)}
                  >
                    Take together …
                  </Button>
                  <Button size="compact-md" variant="default" onClick={() => notTheSame(pair)}>
                    They are two people
                  </Button>
                </>
              )}
              <Button size="compact-md" variant="subtle" onClick={() => onLater(pair)}>
                Later
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <KeyLegend
        items={[
          { keys: ['↑', '↓'], does: 'from pair to pair' },
          ...(mayEdit
            ? [
                { keys: ['M'], does: 'take together' },
                { keys: ['T'], does: 'they are two people' },
              ]
            : []),
          { keys: ['L'], does: 'later' },
        ]}
      />
    </>
  )
}

/** Which pair is at hand: the focus is on it, and on the next one when it is gone. */
function useCurrentPair(pairs: readonly DuplicatePair[], keys: Readonly<Record<string, Does>>) {
  const [at, setCurrent] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const current = Math.min(at, pairs.length - 1)
  const pair = pairs[current]
  const key = pair === undefined ? '' : keyOfPair(pair)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(':scope > [data-current="true"]')?.focus()
  }, [key])
  const move = (to: number) => {
    const place = Math.max(0, Math.min(pairs.length - 1, to))
    setCurrent(place)
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[place]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: pairs.length - 1 }[event.key]
    const does = keys[event.key.toLowerCase()]
    if (step === undefined && (does === undefined || pair === undefined)) return
    event.preventDefault()
    if (step !== undefined) move(step)
    else if (pair) does?.(pair)
  }
  return { list, current, onKeyDown, setCurrent }
}

const Pair = ({ pair: { one, other, sureness, why, caution } }: { pair: DuplicatePair }) => (
  <>
    <h2 className={classes.title}>{surenessWords[sureness]}</h2>
    <p className={classes.why}>{why.join('. ')}.</p>
    {caution !== null && (
      <p className={classes.caution}>
        <IconAlertTriangle size={18} aria-hidden /> {caution}
      </p>
    )}
    <Sides
      label={`${one.fullName} and ${other.fullName}`}
      headings={['One record', 'The other']}
      lines={pairLines(one, other)}
    />
  </>
)
