import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCommand } from '../../api/commands.ts'
import { ask } from '../../api/queries.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Answer } from '../../ui/states.tsx'
import type { LibraryMeasure } from '../../../shared/outcomes/measures.contract.ts'
import classes from './measure-form.module.css'

/** The measures that the program knows, by what they are about; those that the county has already say so. */
export function MeasureLibrary({ onClose }: { onClose: () => void }) {
  const library = useQuery(ask('outcomes', 'library', {}))
  return (
    <SidePanel title="Measures of the library" onClose={onClose} toRead>
      <Answer query={library}>
        {(all) =>
          [...Map.groupBy(all, (one) => one.family)].map(([family, list]) => (
            <section key={family} className={classes.part}>
              <h3>{family}</h3>
              {list.map((one) => (
                <Entry key={one.key} entry={one} />
              ))}
            </section>
          ))
        }
      </Answer>
    </SidePanel>
  )
}

function Entry({ entry }: { entry: LibraryMeasure }) {
  const { mutate, isPending } = useCommand('outcomes', 'addFromLibrary', { done: (m) => `Added ${m.name}`, undo: true }) // prettier-ignore
  return (
    <div className={classes.body}>
      <strong>{entry.name}</strong>
      <p className={classes.quiet}>{entry.source}</p>
      {entry.details.licence !== null && <p className={classes.quiet}>Licence: {entry.details.licence}</p>}
      {entry.measureId === null ? (
        <Button
          variant="default"
          loading={isPending}
          onClick={() => mutate({ key: entry.key })}
          aria-label={`Add ${entry.name}`}
        >
          Add
        </Button>
      ) : (
        <p className={classes.quiet}>Among your measures already.</p>
      )}
    </div>
  )
}
