import { Fragment, useId } from 'react'
import type { Ref } from 'react'
import type { Building } from '../../../shared/buildings/buildings.contract.ts'
import { buildingId as idOfBuilding } from '../../../shared/ids.ts'
import type { Sentence } from '../../../shared/rooms/sentence.rules.ts'
import { Blank } from './find-blank.tsx'
import { blanksOf } from './find-blanks.ts'
import classes from './find-room.module.css'
import type { Find } from './use-find.ts'

interface SentenceProps {
  readonly find: Find
  readonly buildings: readonly Building[]
  /** The day that stands where none was said. */
  readonly date: string
  readonly onDone: (part: Partial<Sentence>) => void
  /** Arrow down: to the answers. */
  readonly onDown: () => void
  readonly firstBlank: Ref<HTMLInputElement>
}

/** "A room for 14 people on Tuesdays from 10am to midday for 10 weeks from 12 January, with a crèche beside it". */
export function FindSentence({ find, buildings, date, onDone, onDown, firstBlank }: SentenceProps) {
  const { sentence, known } = find
  const list = useId()
  const blanks = blanksOf(find, date)
  const problem = (such: string) => (text: string) => unreadWords(find.read(text).unknown, text, such)
  const shared = { onTyping: find.tryOut, onDone, onDown }
  return (
    <div className={classes.sentence}>
      {blanks.map(({ said, such, ...blank }, n) => (
        <Fragment key={blank.label}>
          {/* The blanks have labels of their own. */}
          <span aria-hidden>{said}</span>
          <Blank
            {...blank}
            {...shared}
            problem={problem(such)}
            {...(n === 0 && { inputRef: firstBlank, type: 'search' })}
            {...(n === blanks.length - 1 && { list })}
          />
        </Fragment>
      ))}
      <Toggle on={sentence.stepFree} words="step-free" onChange={(stepFree) => onDone({ stepFree })} />
      {sentence.length.kind !== 'once' && (
        <Toggle on={sentence.termTime} words="term time only" onChange={(termTime) => onDone({ termTime })} />
      )}
      <WhereSelect find={find} buildings={buildings} />
      <datalist id={list}>
        {[...new Set(['Crèche', ...known.features])]
          .flatMap((name) => [name, `${name} beside it`])
          .map((name) => (
            <option key={name}>{name}</option>
          ))}
      </datalist>
    </div>
  )
}

const unreadWords = (unknown: readonly string[], text: string, such: string) =>
  `“${unknown.length > 0 ? unknown.join(' ') : text}” is not understood. Type ${such}.`

interface ToggleProps {
  readonly on: boolean
  readonly words: string
  readonly onChange: (on: boolean) => void
}

const Toggle = ({ on, words, onChange }: ToggleProps) => (
  <button type="button" className={classes.toggle} aria-pressed={on} onClick={() => onChange(!on)}>
    {words}
  </button>
)

/** Near which building, or only in which. */
function WhereSelect({ find, buildings }: Pick<SentenceProps, 'find' | 'buildings'>) {
  const { sentence, near } = find
  const value = sentence.buildingId === null ? `near ${near ?? ''}` : `in ${sentence.buildingId}`
  const choose = (chosen: string) => {
    const [how, id] = chosen.split(' ')
    const building = idOfBuilding.safeParse(id).data ?? null
    find.change(how === 'in' ? { buildingId: building } : { buildingId: null, near: building })
  }
  const options = (how: 'near' | 'in', words: string) =>
    buildings.map(({ id, name }) => (
      <option key={id} value={`${how} ${id}`}>
        {words} {name}
      </option>
    ))
  return (
    <select
      className={classes.where}
      aria-label="Where"
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="near ">anywhere</option>
      <optgroup label="Nearest first">{options('near', 'near')}</optgroup>
      <optgroup label="Only there">{options('in', 'only in')}</optgroup>
    </select>
  )
}
