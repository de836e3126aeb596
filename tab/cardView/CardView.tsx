import { AdaptiveCard, ExecuteAction, OpenUrlAction, type Action } from 'adaptivecards'
import { useEffect, useRef } from 'react'
import type { CardJson } from '../../bot/contract/common'
import type { CardPress } from '../../bot/contract/myCard'
import { hostConfig } from './hostConfig'
import { cardHtml } from './markdown'
import './card.css'

type Props = {
  readonly card: CardJson
  readonly label: string
  readonly busy?: boolean
  /** A button that acts was pressed; `data` holds its own and the card's inputs. */
  readonly onPress?: (press: CardPress) => void
  readonly onLink: (url: string) => void
  /** Something was typed or chosen, which a fresher card would throw away. */
  readonly onTyped?: () => void
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text)
  result.didProcess = true
}

/** An Adaptive Card, drawn by Microsoft's own renderer, in the tab's type and colours. */
export default function CardView({ card, label, busy = false, onPress, onLink, onTyped }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const handlers = useRef({ onPress, onLink, onTyped })
  useEffect(() => {
    handlers.current = { onPress, onLink, onTyped }
  })
  useEffect(() => {
    const place = frame.current
    if (!place) return undefined
    const drawn = new AdaptiveCard()
    drawn.hostConfig = hostConfig()
    drawn.parse(card)
    drawn.onExecuteAction = (action) => act(action, handlers.current)
    drawn.onInputValueChanged = () => handlers.current.onTyped?.()
    const element = drawn.render()
    if (element) {
      // The frame has the card's name; the renderer would make the whole card one focus stop.
      element.removeAttribute('tabindex')
      place.replaceChildren(element)
    }
    return () => place.replaceChildren()
  }, [card])
  return <section ref={frame} className="card-frame" aria-label={label} aria-busy={busy} inert={busy} />
}

type Handlers = { readonly onPress: Props['onPress'] | undefined; readonly onLink: Props['onLink'] }

function act(action: Action, { onPress, onLink }: Handlers): void {
  if (action instanceof OpenUrlAction && action.url) onLink(action.url)
  else if (action instanceof ExecuteAction) onPress?.({ verb: action.verb, data: action.data ?? {} })
}
