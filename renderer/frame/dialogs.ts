import { smallStore } from '../api/small-store.ts'

export type DialogName = 'shortcuts' | 'about' | 'passphrase'

/** The frame's own dialog that is open, if any. */
export const openedDialog = smallStore<DialogName | null>(null)
export const openDialog = (name: DialogName): void => openedDialog.set(name)
export const closeDialog = (): void => openedDialog.set(null)
