import type { TermId } from '../../shared/ids.ts'
import type { Flag } from '../flag.ts'

export interface SettingTable {
  id: string
  value: string
}

export interface TermTable {
  id: TermId
  name: string
  starts_on: string
  ends_on: string
  sample: Flag
  version: number
}

export interface BankHolidayTable {
  id: string
  name: string
}
