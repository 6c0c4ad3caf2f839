import { expect, test } from 'vitest'
import {
  answeredItem,
  answeredMost,
  askedOf,
  responseWords,
} from '../../../shared/outcomes/feedback.rules.ts'

const answers = [{ item: 1, people: 9 }, { item: 1, people: 2 }, { item: 2, people: 10 }] // prettier-ignore

test('how many answered is counted question by question, and the question most answered decides for all', () => {
  expect([1, 2, 3].map((item) => answeredItem(answers, item))).toEqual([11, 10, 0])
  expect(answeredMost(answers)).toBe(11)
  expect(answeredMost([])).toBe(0)
})

test('asked are those somebody counted, else everybody who came, and never fewer than answered', () => {
  expect(askedOf(18, 30, answers)).toBe(18)
  expect(askedOf(null, 30, answers)).toBe(30)
  expect(askedOf(null, 5, answers)).toBe(11)
  expect(askedOf(0, 5, [])).toBe(0)
})

test('a response is said with both numbers, and of nobody there is no share', () => {
  expect(responseWords(16, 18)).toBe('16 of 18 people asked answered (89%)')
  expect(responseWords(1, 1)).toBe('1 of 1 person asked answered (100%)')
  expect(responseWords(0, 0)).toBe('Nobody was asked')
})
