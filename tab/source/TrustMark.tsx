import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle'
import { CircleHint16Regular } from '@fluentui/react-icons/headless/svg/circle-hint'
import { Clock16Regular } from '@fluentui/react-icons/headless/svg/clock'
import { ErrorCircle16Regular } from '@fluentui/react-icons/headless/svg/error-circle'
import type { EntryLine } from '../../bot/contract/source'
import { useTab } from '../data/tab'
import { trustWords, type Trust } from './entryWords'

const SHAPE: Readonly<Record<Trust['mark'], typeof Clock16Regular>> = {
  verified: CheckmarkCircle16Regular,
  due: Clock16Regular,
  never: CircleHint16Regular,
  stale: ErrorCircle16Regular,
  empty: CircleHint16Regular,
}

type Props = {
  readonly entry: Pick<EntryLine, 'freshness' | 'verified'>
  readonly short?: boolean
}

/** How far one may trust an entry: a shape and a word; colour only where it should not be trusted. */
export function TrustMark({ entry, short = false }: Props) {
  const { ready } = useTab()
  const trust = trustWords(entry, ready.project)
  const Shape = SHAPE[trust.mark]
  return (
    <span className={`trust trust-${trust.mark}`}>
      <Shape aria-hidden="true" /> {short ? trust.short : trust.text}
    </span>
  )
}
