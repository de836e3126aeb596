import { useState } from 'react'
import { myCard, type CardPress } from '../../bot/contract/myCard'
import { paths } from '../../bot/contract/paths'
import CardView from '../cardView/CardView'
import { followLink } from '../cardView/follow'
import { useTab } from '../data/tab'
import { useLoaded } from '../data/useLoaded'
import { PageSkeleton } from '../look/PageSkeleton'
import { CantLoadPage } from '../look/CantLoadPage'
import { Full } from '../look/states'
import { reference } from '#words/common'
import {
  cardFor,
  NOT_SENT_YET,
  noneIsYours,
  nothingAsked,
  WHO_SEES,
  whatIsSeen,
  YOUR_CARD,
} from '#words/myCard'
import { TYPED_IS_KEPT } from '#words/reach'
import { firstName, weekWords } from '../look/words'

/** The reader's weekly card: the same as in their chat, answered through the same flow. */
export default function MyCardPage() {
  const { api, ready, live, say } = useTab()
  const path = paths.myCard(ready.project.id)
  const { value, setValue, failed, load } = useLoaded(path, myCard)
  const [busy, setBusy] = useState(false)
  // What is shown stays while somebody types; a card that came meanwhile would throw it away.
  const [typedInto, setTypedInto] = useState<typeof value>(undefined)
  const shown = typedInto ?? value

  const press = async (pressed: CardPress) => {
    setBusy(true)
    const answer = await api.post(path, pressed, myCard)
    setBusy(false)
    if (answer.kind === 'ok') {
      setTypedInto(undefined)
      setValue(answer.body)
      void live.refresh()
    } else if (answer.kind === 'problem')
      say({ text: `${answer.problem.text} ${reference(answer.problem.reference)}` })
    else say({ text: TYPED_IS_KEPT })
  }

  if (!shown)
    return failed ? (
      <CantLoadPage what={YOUR_CARD} retry={() => void load()} />
    ) : (
      <PageSkeleton page="my-card" />
    )
  if (!shown.card) return <NoCard week={shown.week} />
  return (
    <div className="my-card">
      <CardView
        card={shown.card}
        label={cardFor(weekWords(shown.week))}
        busy={busy}
        onPress={(pressed) => void press(pressed)}
        onLink={followLink}
        onTyped={() => setTypedInto(shown)}
      />
      <div className="beside">
        <h2>{WHO_SEES}</h2>
        <p>{whatIsSeen(ready.project.answers)}</p>
      </div>
    </div>
  )
}

function NoCard({ week }: { readonly week: string }) {
  const { ready } = useTab()
  return (
    <Full
      icon={null}
      title={nothingAsked(weekWords(week))}
      text={ready.project.answers ? noneIsYours(firstName(ready.start.me.name)) : NOT_SENT_YET}
    />
  )
}
