import classes from './letter.module.css'

interface LetterProps {
  /** '' where nothing is recorded: shown as a dot, never as absent. */
  readonly code: string
  readonly label: string
  readonly attended?: boolean
  /** An earlier session's mark: shown, not the point. */
  readonly faint?: boolean
}

/** A mark: the letter carries it, its word is read out and shown on hover, colour only helps. */
export function Letter({ code, label, attended = false, faint = false }: LetterProps) {
  const words = code === '' ? 'Not recorded' : label
  return (
    <span
      className={classes.letter}
      data-tone={code === '' ? 'none' : attended ? 'came' : 'other'}
      data-faint={faint}
      title={words}
    >
      <span aria-hidden>{code === '' ? '·' : code}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
