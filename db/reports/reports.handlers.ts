export const reportsHandlers = {}
