import { expect, test } from 'vitest'
import {
  completeProblem,
  closedProblem,
  markProblem,
  registerState,
} from '../../../shared/registers/registers.rules.ts'

const session = { startsAt: '2026-11-23T10:00', didNotRun: false, complete: false, marked: false }

test('a register is due from its own day on, and not the day before', () => {
  expect(registerState(session, '2026-11-22')).toBe('not-due')
  expect(registerState(session, '2026-11-23')).toBe('due')
  expect(registerState(session, '2026-11-24')).toBe('due')
})

test('apologies noted ahead do not start a register before its day', () => {
  expect(registerState({ ...session, marked: true }, '2026-11-22')).toBe('not-due')
  expect(registerState({ ...session, marked: true }, '2026-11-23')).toBe('started')
})

test('a session that did not run is neither owed nor complete', () => {
  expect(registerState({ ...session, didNotRun: true, marked: true }, '2026-12-01')).toBe('did-not-run')
})

test('complete stays complete whatever the day', () => {
  expect(registerState({ ...session, complete: true }, '2026-11-22')).toBe('complete')
})

test('only apologies can be marked before the day', () => {
  expect(markProblem('not-due', session.startsAt, 'A')).toBeNull()
  expect(markProblem('not-due', session.startsAt, 'P')).toContain('23 November 2026')
  expect(markProblem('due', session.startsAt, 'P')).toBeNull()
})

test('nothing is marked in a complete register or in a session that did not run', () => {
  expect(closedProblem('complete')).toContain('Reopen')
  expect(closedProblem('did-not-run')).toContain('did not run')
  expect(markProblem('complete', session.startsAt, 'A')).not.toBeNull()
  expect(closedProblem('started')).toBeNull()
})

test('a register is completed only when somebody is on it and everybody has a mark', () => {
  const complete = (all: number, unmarked: number) =>
    completeProblem('started', session.startsAt, { all, unmarked })
  expect(complete(9, 0)).toBeNull()
  expect(complete(9, 1)).toContain('1 person has no mark')
  expect(complete(9, 4)).toContain('4 people have no mark')
  expect(complete(0, 0)).toContain('Nobody is on this register')
})
