export const enrolmentsHandlers = {}
