/** What a mailed recap says otherwise than its card, whose words are in `recap`. */
export const mail = {
  open: (count: number): string => `${count} open`,
  countNotReached: (count: number): string => `${count} could not be reached in chat`,
}
