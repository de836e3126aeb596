/** Ms to wait before a message is tried again, doubled with each try up to `longest`, and up to a fifth more by chance. */
export function backoff(
  { first, longest }: { readonly first: number; readonly longest: number },
  tries: number,
  random: () => number,
): number {
  return Math.round(Math.min(longest, first * 2 ** Math.min(tries, 30)) * (1 + random() / 5))
}
