import { useState } from 'react'
import { myCard, type CardPress } from '../../bot/contract/myCard'
import { paths } from '../../bot/contract/paths'
import CardView from '../cardView/CardView'
import { followLink } from '../cardView/follow'
import { useTab } from '../data/tab'
import { useLoaded } from '../data/useLoaded'
import { PageSkeleton } from '../look/PageSkeleton'
import { CantLoadPage, Full } from '../look/states'
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
      say({ text: `${answer.problem.text} Reference ${answer.problem.reference}` })
    else say({ text: 'The log can’t be reached. What you typed is still here; try again.' })
  }

  if (!shown)
    return failed ? (
      <CantLoadPage what="Your card" retry={() => void load()} />
    ) : (
      <PageSkeleton page="my-card" />
    )
  if (!shown.card) return <NoCard week={shown.week} />
  return (
    <div className="my-card">
      <CardView
        card={shown.card}
        label={`Your card for ${weekWords(shown.week)}`}
        busy={busy}
        onPress={(pressed) => void press(pressed)}
        onLink={followLink}
        onTyped={() => setTypedInto(shown)}
      />
      <div className="beside">
        <h2>Who sees this</h2>
        <p>
          The card in the channel counts you
          {ready.project.answers && `: ${ready.project.answers.answered} of ${ready.project.answers.asked}`}.
          Your items and reasons go into the recap. It is the same card as in your chat with Plumbline.
        </p>
      </div>
    </div>
  )
}

function NoCard({ week }: { readonly week: string }) {
  const { ready } = useTab()
  return (
    <Full
      icon={null}
      title={`Nothing is asked of you in ${weekWords(week).toLowerCase()}`}
      text={
        ready.project.answers
          ? `${firstName(ready.start.me.name)}, none of the open items was yours when the week was asked.`
          : 'The cards of this week have not gone out yet. Yours will be here and in your chat with Plumbline.'
      }
    />
  )
}
