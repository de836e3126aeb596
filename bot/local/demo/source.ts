import type { EntryId } from '../../domain/ids'
import type { DemoPerson, Moment } from './script'

/** An entry of the source of truth as somebody wrote it, and who confirmed it since. */
export type DemoEntry = {
  readonly at: Moment
  readonly by: DemoPerson
  readonly id: EntryId
  readonly title: string
  /** An address or a text. */
  readonly content: string
  /** The writer unless given; somebody else still has to confirm it. */
  readonly owner?: DemoPerson
  readonly reviewDays?: number
  readonly confirmed?: { readonly at: Moment; readonly by: DemoPerson }
}

const PAGES = 'https://northwind.example/erp'

/** How the project runs, as written in its first days: fresh, due and unconfirmed pages, and two that nobody wrote yet. */
export const demoSource: readonly DemoEntry[] = [
  {
    at: '-2 Mon 09:14',
    by: 'Alex Wilber',
    id: 'S-1',
    title: 'Project plan',
    content: `${PAGES}/plan`,
    confirmed: { at: '-1 Mon 09:04', by: 'Alex Wilber' },
  },
  {
    at: '-2 Mon 09:20',
    by: 'Alex Wilber',
    id: 'S-2',
    title: 'Scope and exclusions',
    content:
      'In scope: finance, purchasing, stock and sales of both warehouses.\n\n**Not in scope:** the web shop, payroll, and EDI with the carriers. They stay as they are until spring.\n\nWhoever needs more asks for a change.',
    reviewDays: 60,
  },
  {
    at: '-2 Mon 09:41',
    by: 'Adele Vance',
    id: 'S-3',
    title: 'Roles (RACI)',
    content: `One person answers for each line. If two names stand under **Accountable**, ask Adele.\n\n- Data load: Adele, with Isaiah\n- Interfaces: Adele, with Megan\n- Test cases and sign-off: Patti, with Lynne\n- Cut-over: Adele, and everybody helps\n\nThe whole table: [Who does what](${PAGES}/raci)`,
    reviewDays: 60,
  },
  {
    at: '-2 Mon 10:05',
    by: 'Lynne Robbins',
    id: 'S-4',
    title: 'How to report an issue',
    content:
      'Mention Plumbline in the channel: issue and what is wrong. It asks for where, how to reproduce it and how bad it is.\n\nShow-stoppers: call Megan as well.',
    reviewDays: 90,
  },
  {
    at: '-2 Mon 10:30',
    by: 'Patti Fernandez',
    id: 'S-5',
    title: 'Contacts',
    content:
      'Weekdays 07:00 to 18:00: Megan. When a warehouse stands still: Lynne, then Adele, at any hour.\n\nCarriers and banks are on the phone list that Patti keeps.',
    reviewDays: 7,
    confirmed: { at: '-2 Thu 11:20', by: 'Patti Fernandez' },
  },
  {
    at: '-2 Tue 08:55',
    by: 'Alex Wilber',
    id: 'S-7',
    title: 'How to request a change',
    content: `${PAGES}/change-requests`,
    owner: 'Megan Bowen',
  },
  {
    at: '-2 Wed 13:30',
    by: 'Lynne Robbins',
    id: 'S-8',
    title: 'UAT guide',
    content: `${PAGES}/uat`,
    reviewDays: 30,
    confirmed: { at: '-1 Tue 16:02', by: 'Lynne Robbins' },
  },
  {
    at: '-1 Mon 15:13',
    by: 'Alex Wilber',
    id: 'S-9',
    title: 'Cut-over guide',
    content: `${PAGES}/cutover`,
    owner: 'Isaiah Langer',
  },
  {
    at: '-1 Tue 09:35',
    by: 'Isaiah Langer',
    id: 'S-11',
    title: 'VPN access to the test system',
    content:
      'Ask the service desk for a token, then log in at the gateway with your own name. It takes a day.',
    reviewDays: 90,
  },
]
