export const outcomesHandlers = {}
