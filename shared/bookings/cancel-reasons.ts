/** Why bookings are usually cancelled; anything else is typed. Reports count them by these words. */
export const cancelReasons = [
  'No longer needed',
  'Not enough people',
  'Worker away',
  'Family could not come',
  'Building or room closed',
  'Weather',
  'Moved elsewhere',
  'Booked by mistake',
] as const
