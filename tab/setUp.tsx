import { createRoot } from 'react-dom/client'
import { offerTab } from './host/configuration'
import { Full } from './look/states'

/** The page that Teams shows when somebody adds the tab to a channel by hand. */
export async function drawSetUp(): Promise<void> {
  const theme = await offerTab()
  if (theme) document.documentElement.dataset['theme'] = theme
  const page = document.getElementById('page')
  if (!page) throw new Error('index.html has no #page')
  createRoot(page).render(
    <main className="main">
      <h1 className="hidden">Add Plumbline to this channel</h1>
      <Full
        icon={null}
        title="Nothing to choose"
        text="The tab shows this channel's issues, action items and recaps to the members of its team. Press Save."
      />
    </main>,
  )
}
