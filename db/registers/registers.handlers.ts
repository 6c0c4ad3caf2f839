export const registersHandlers = {}
