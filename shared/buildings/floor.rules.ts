interface Part {
  readonly id: string
  readonly partOfId: string | null
}

/**
 * The other rooms that share floor with each room: what it contains and what contains it. Two halves of a hall do not
 * share floor with each other. The database's view `room_overlap` says the same.
 */
export function sharedFloor(rooms: readonly Part[]): ReadonlyMap<string, ReadonlySet<string>> {
  const whole = new Map(rooms.map((room) => [room.id, room.partOfId]))
  const shared = new Map(rooms.map((room) => [room.id, new Set<string>()]))
  for (const { id } of rooms) {
    // The set ends the walk even if rooms were ever in a ring.
    const seen = new Set([id])
    for (let next = whole.get(id); next && !seen.has(next); next = whole.get(next)) {
      seen.add(next)
      shared.get(id)?.add(next)
      shared.get(next)?.add(id)
    }
  }
  return shared
}
