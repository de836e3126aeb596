import { createRoot } from 'react-dom/client'
import { allowRemoval, offerTab } from './host/configuration'
import { Full } from './look/states'

type Words = { readonly heading: string; readonly title: string; readonly text: string }

/** The page that Teams shows when somebody adds the tab to a channel by hand. */
export async function drawSetUp(): Promise<void> {
  draw(await offerTab(), {
    heading: 'Add Plumbline to this channel',
    title: 'Nothing to choose',
    text: "The tab shows this channel's issues, action items and recaps to the members of its team. Press Save.",
  })
}

/** The page that Teams shows when somebody takes a tab off by hand: what goes, and what stays. */
export async function drawRemoval(): Promise<void> {
  draw(await allowRemoval(), {
    heading: 'Take this tab off the channel',
    title: 'Only the tab goes',
    text: 'Issues, action items, recaps and all history stay, and the week goes on in the channel. To have the tab again, say @Plumbline pin.',
  })
}

function draw(theme: string | null, { heading, title, text }: Words): void {
  if (theme) document.documentElement.dataset['theme'] = theme
  const page = document.getElementById('page')
  if (!page) throw new Error('index.html has no #page')
  createRoot(page).render(
    <main className="main">
      <h1 className="hidden">{heading}</h1>
      <Full icon={null} title={title} text={text} />
    </main>,
  )
}
