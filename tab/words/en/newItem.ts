/* The form for a new action item. */

export const newItem = {
  head: 'New action item',
  title: 'What has to be provided, in one line',
  owner: 'Who provides it',
  choose: 'Choose somebody',
  for: 'Who waits for it',
  nobody: 'No one',
  unblocks: 'What they can start then',
  due: 'By when',
  workstream: 'Workstream',
  none: 'None',
  submit: 'Add the item',
  leave: 'Leave it',
  noTitle: 'Say in one line what has to be provided.',
  noOwner: 'Choose who provides it.',
}
