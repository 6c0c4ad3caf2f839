import { smallStore } from '../api/small-store.ts'

/** Whether the person is signing out by their own choice, not by a lock that should keep their typing. */
export const leaving = smallStore(false)
