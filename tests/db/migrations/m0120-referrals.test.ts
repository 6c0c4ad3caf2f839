import { test } from 'vitest'
import { aSchema } from './schema.ts'

const check = /CHECK constraint failed/

test('only an offer has a last day', () => {
  const { put, refuses } = aSchema()
  refuses('enrolment_event', { step: 2, expires_on: '2026-12-01' }, check)
  put('enrolment_event', { step: 2, status: 'offered', expires_on: '2026-12-01' })
})

test('nobody is passed over for themselves', () => {
  aSchema().refuses('offer_skip', { offered_id: 'enrolment' }, check)
})

test('priority is usual, soon or first', () => {
  const { refuses } = aSchema()
  refuses('enrolment', { id: 'enrolment', priority: 3 }, check)
  refuses('enrolment', { role: 'helper' }, check)
})

test('a try to reach somebody says how, about what, and what came of it', () => {
  const { refuses } = aSchema()
  refuses('contact', { way: 'fax' }, check)
  refuses('contact', { about: 'money' }, check)
  refuses('contact', { outcome: 'unknown' }, check)
})
