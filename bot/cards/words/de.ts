import { audience } from './de/audience'
import { away } from './de/away'
import { channel } from './de/channel'
import { common } from './de/common'
import { dates } from './de/dates'
import { deliveries } from './de/deliveries'
import { exchange } from './de/exchange'
import { help } from './de/help'
import { history } from './de/history'
import { lists } from './de/lists'
import { mail } from './de/mail'
import { project } from './de/project'
import { recap } from './de/recap'
import { record } from './de/record'
import { refusals } from './de/refusals'
import { setup } from './de/setup'
import { source } from './de/source'
import { states } from './de/states'
import { tab } from './de/tab'
import { told } from './de/told'
import { trouble } from './de/trouble'
import { weekly } from './de/weekly'
import type { en } from './en'

export const de: typeof en = {
  language: 'de',
  audience,
  away,
  channel,
  common,
  dates,
  deliveries,
  exchange,
  help,
  history,
  lists,
  mail,
  project,
  recap,
  record,
  refusals,
  setup,
  source,
  states,
  tab,
  told,
  trouble,
  weekly,
}
