export const bookingsHandlers = {}
