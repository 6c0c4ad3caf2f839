export const groupsHandlers = {}
