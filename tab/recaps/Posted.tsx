import { WORDS } from '#words/recaps'
import { LockClosed16Regular } from '@fluentui/react-icons/headless/svg/lock-closed'
import { useMemo } from 'react'
import { paths } from '../../bot/contract/paths'
import { postedRecap } from '../../bot/contract/recap'
import CardView from '../cardView/CardView'
import { followLink } from '../cardView/follow'
import { frozenCard } from '../cardView/frozen'
import { go, pathOf, useAddress } from '../data/address'
import { useTab } from '../data/tab'
import { useEachRound } from '../data/useEachRound'
import { CantLoadPage } from '../look/CantLoadPage'
import { RecapActions } from './RecapActions'
import { RecapBones } from './RecapBones'
import { postedWords, recapOf } from './recapWords'

/** One recap as the very card that went to the channel, and what one can do with it. */
export function Posted({ week, isBeside = false }: { readonly week: string; readonly isBeside?: boolean }) {
  const { ready } = useTab()
  const { query } = useAddress()
  const { value: recap, failed, retry } = useEachRound(paths.recap(ready.project.id, week), postedRecap)
  const card = useMemo(() => recap && frozenCard(recap.card), [recap])
  if (!recap || !card)
    return failed ? <CantLoadPage what={WORDS.cantLoadOne} retry={retry} /> : <RecapBones />
  return (
    <>
      {!isBeside && (
        <div className="recap-top">
          <LockClosed16Regular />
          <span>{postedWords(recap.line, ready.project)}</span>
          <span className="spacer" />
          <RecapActions week={recap.line.week} />
        </div>
      )}
      <CardView
        card={card}
        label={recapOf(week)}
        onLink={followLink}
        onPress={({ data }) => showRecord(data, query)}
      />
    </>
  )
}

/** A record named on the recap, as it is today. */
function showRecord(data: unknown, query: URLSearchParams): void {
  const id = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : ''
  if (id.startsWith('I-')) go(pathOf('issues', query, { issue: id }))
  else if (id.startsWith('A-')) go(pathOf('items', query, { q: id }))
}
