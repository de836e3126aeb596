import type { DemoProject } from './script'

export const demoProject: DemoProject = {
  name: 'Northwind Traders ERP',
  customer: 'Northwind Traders',
  lead: 'Alex Wilber',
  workstreams: ['Data migration', 'Integrations', 'Training and UAT'],
  setUp: '-2 Mon 08:30',
  goLive: '5 Mon',
  goLiveMoved: {
    at: '-1 Wed 15:34',
    to: '7 Mon',
    why: 'The auditors want a full stock count before the cut-over, and both warehouses can close for it only two weeks later',
  },
}
