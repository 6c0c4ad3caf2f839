import type { ReactNode } from 'react'
import type { Colour } from '../../shared/programmes/programmes.contract.ts'
import { colours } from '../../shared/programmes/programmes.contract.ts'
import classes from './programme-tag.module.css'

const isColour = (name: string): name is Colour => colours.some((colour) => colour === name)

/** Classes that give anything a programme's text, tint and patterned left edge; quiet and plain when it has none. */
export const programmeClass = (colour: string | null): string =>
  `programme programme-${colour !== null && isColour(colour) ? colour : 'none'}`

/** A programme's or a group's name on its colour. The words carry it; pattern and colour only help the eye. */
export function ProgrammeTag({ colour, children }: { colour: string | null; children: ReactNode }) {
  return <span className={`${programmeClass(colour)} ${classes.tag}`}>{children}</span>
}
