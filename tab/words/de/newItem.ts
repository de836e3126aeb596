/* The form for a new action item. */

export const newItem = {
  head: 'Neue Aufgabe',
  title: 'Was ist zu tun? Eine Zeile genügt',
  owner: 'Wer macht es?',
  choose: 'Bitte wählen',
  for: 'Wer wartet darauf?',
  nobody: 'Niemand',
  unblocks: 'Was kann dann beginnen?',
  due: 'Bis wann?',
  workstream: 'Teilprojekt',
  none: 'Keines',
  submit: 'Anlegen',
  leave: 'Abbrechen',
  noTitle: 'Bitte in einer Zeile sagen, was zu tun ist.',
  noOwner: 'Bitte wählen, wer es macht.',
}
