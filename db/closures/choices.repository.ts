import { idOf, type BookingId, type ClosureId, type RoomId } from '../../shared/ids.ts'
import type { NewId } from '../context.ts'
import type { Tx } from '../store.ts'
import type { ClosureChoiceTable } from './closures.table.ts'

const choiceId = idOf('choice at a closure')

interface Decided {
  readonly closureId: ClosureId
  readonly bookingId: BookingId
  readonly did: ClosureChoiceTable['did']
  /** The room it had. */
  readonly roomId: RoomId
}

/** Keeps what was decided. Of a booking decided about before, the room it first had stays. */
export async function putChoice(
  tx: Tx,
  newId: NewId,
  { closureId, bookingId, did, roomId }: Decided,
): Promise<void> {
  const row = { id: newId(choiceId), closure_id: closureId, booking_id: bookingId, did, from_room_id: roomId }
  await tx
    .insertInto('closure_choice')
    .values(row)
    .onConflict((conflict) => conflict.columns(['closure_id', 'booking_id']).doUpdateSet({ did }))
    .execute()
}
