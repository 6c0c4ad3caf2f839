import { Modal, type ModalProps } from '@mantine/core'
import { useFocusBack } from './use-focus-back.ts'

/**
 * A decision to make before going on. It is open as long as it is drawn: Mantine's own way back of the focus hears only
 * of a dialog that is drawn closed and opened then.
 */
export function Dialog(props: Omit<ModalProps, 'opened' | 'returnFocus'>) {
  useFocusBack()
  return <Modal opened returnFocus={false} {...props} />
}
