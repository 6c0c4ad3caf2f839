import { Anchor } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './error-summary.module.css'

export interface FieldError {
  /** The id of the field's input. Left out: the message is about the whole form. */
  readonly field?: string
  readonly message: string
}

/** What stops a form from being saved, above it. The focus goes here; each line leads to its field. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null)
  const text = errors.map((error) => error.message).join('\n')
  useEffect(() => {
    if (text !== '') box.current?.focus()
  }, [text])
  if (errors.length === 0) return null
  return (
    <div className={classes.summary} role="alert" tabIndex={-1} ref={box}>
      <h2 className={classes.title}>There is a problem</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === undefined ? (
              message
            ) : (
              <Anchor
                component="button"
                type="button"
                inherit
                onClick={() => document.getElementById(field)?.focus()}
              >
                {message}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
