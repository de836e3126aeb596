import type { Language } from '../../domain/language'
import { audience } from './en/audience'
import { away } from './en/away'
import { channel } from './en/channel'
import { common } from './en/common'
import { dates } from './en/dates'
import { deliveries } from './en/deliveries'
import { exchange } from './en/exchange'
import { help } from './en/help'
import { history } from './en/history'
import { lists } from './en/lists'
import { mail } from './en/mail'
import { project } from './en/project'
import { recap } from './en/recap'
import { record } from './en/record'
import { refusals } from './en/refusals'
import { setup } from './en/setup'
import { source } from './en/source'
import { states } from './en/states'
import { tab } from './en/tab'
import { told } from './en/told'
import { trouble } from './en/trouble'
import { weekly } from './en/weekly'

export const en = {
  language: 'en' as Language,
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
