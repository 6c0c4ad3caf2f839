export const programmesHandlers = {}
