/** What of an issue is searched by words. */
type Worded = {
  readonly id: string
  readonly title: string
  readonly where: string
  readonly owner: { readonly name: string } | null
}

/** Whether every word is somewhere in the number, title, place or owner, in whatever case. */
export function holdsWords({ id, title, where, owner }: Worded, words: string): boolean {
  const text = `${id} ${title} ${where} ${owner?.name ?? ''}`.toLocaleLowerCase()
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
