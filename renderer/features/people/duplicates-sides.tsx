import { VisuallyHidden } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import type { Line } from './duplicates-words.ts'
import classes from './duplicates.module.css'

interface SidesProps {
  /** What the table is of, for screen readers. */
  readonly label: string
  readonly headings: readonly [one: string, other: string]
  readonly lines: readonly Line[]
}

/** Two records side by side. What is different is said in a word, with a sign, and only then in colour. */
export const Sides = ({ label, headings, lines }: SidesProps) => (
  <table className={classes.sides} aria-label={label}>
    <thead>
      <tr>
        <th scope="col">
          <VisuallyHidden>Detail</VisuallyHidden>
        </th>
        <th scope="col">{headings[0]}</th>
        <th scope="col">{headings[1]}</th>
        <th scope="col">
          <VisuallyHidden>Whether they differ</VisuallyHidden>
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ label: name, one, other, different }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{one ?? <span className={classes.quiet}>Not known</span>}</td>
          <td>{other ?? <span className={classes.quiet}>Not known</span>}</td>
          <td>
            {different && (
              <span className={classes.different}>
                <IconArrowsDiff size={16} aria-hidden /> Different
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
