export const importsHandlers = {}
