import { PasswordInput } from '@mantine/core'
import { passphraseStrength } from './passphrase-strength.ts'
import classes from './passphrase-field.module.css'

interface PassphraseFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  /** The person's name: a passphrase made of it is weak. */
  readonly name?: string
  /** A passphrase that is being chosen shows how strong it is; one that is asked for does not. */
  readonly choosing?: true
  readonly focusFirst?: boolean
}

/** A passphrase: can be shown, pasted and filled in by a password manager. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { id, label, value, onChange, error, name = '', choosing, focusFirst = false } = props
  const strength = passphraseStrength(value, name)
  return (
    <div>
      <PasswordInput
        id={id}
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autoComplete={choosing ? 'new-password' : 'current-password'}
        spellCheck={false}
        autoFocus={focusFirst}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the passphrase', tabIndex: 0 }}
        {...(choosing && { 'aria-describedby': `${id}-strength` })}
      />
      {choosing && error === undefined && (
        <p id={`${id}-strength`} className={classes.strength} role="status">
          <span className={classes.bars} data-level={strength.level} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {strength.words}
        </p>
      )}
    </div>
  )
}
