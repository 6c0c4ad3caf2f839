export const buildingsHandlers = {}
