import type { mail as en } from '../en/mail'

export const mail: typeof en = {
  open: (count: number): string => `${count} offen`,
  countNotReached: (count: number): string => `${count} im Chat nicht erreicht`,
}
