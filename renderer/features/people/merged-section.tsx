import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommand } from '../../api/commands.ts'
import { notify } from '../../api/notify.tsx'
import { ask } from '../../api/queries.ts'
import { useMay } from '../../api/session.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { longDate } from '../../../shared/time/format.ts'
import { ThisIsDialog } from './merge-this-is.tsx'
import { Section } from './section.tsx'
import classes from './people.module.css'

/** Which records were taken together with this one, each to be taken back; and the way to take another. */
export function MergedSection({ id, name }: { id: PersonId; name: string }) {
  const merges = useQuery(ask('people', 'merges', { id })).data ?? []
  const [asking, setAsking] = useState(false)
  const mayEdit = useMay()('people.edit')
  const back = useCommand('people', 'unmerge', {
    done: 'They are two records again.',
    undo: true,
    onDone: ({ words }) => {
      for (const one of words) notify(one)
    },
  })
  if (merges.length === 0 && !mayEdit) return null
  return (
    <Section
      title="Taken together"
      action={mayEdit ? { words: 'This is …', name: `This is …, said of ${name}`, onClick: () => setAsking(true) } : undefined} // prettier-ignore
    >
      {merges.length === 0 && <p className={classes.quiet}>If somebody is here twice, say who it is.</p>}
      <ul className={classes.list}>
        {merges.map((merge, place) => (
          <li key={merge.id} className={classes.rowLine}>
            <div>
              {merge.name}
              <div className={classes.quiet}>
                {longDate(merge.at.slice(0, 10))}, {merge.by}
              </div>
            </div>
            {/* The newest first: an older one is underneath it. */}
            {mayEdit && place === 0 && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Take back ${merge.name}`}
                loading={back.isPending}
                onClick={() => back.mutate({ id: merge.id })}
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && <ThisIsDialog id={id} name={name} onClose={() => setAsking(false)} />}
    </Section>
  )
}
