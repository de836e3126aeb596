import { useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { allowRemoval, offerTab, TAB_PAGES, type TabOffer } from './host/configuration'
import type { Theme } from './host/host'
import { Full } from './look/states'
import { ADD, NOT_IN_TEAMS, PAGE_SAYS, REMOVAL, USUAL_NAME } from '#words/setUp'

/** The page that Teams shows when somebody adds the tab to a channel by hand, or changes one. */
export async function drawSetUp(): Promise<void> {
  const offer = await offerTab().catch(() => null)
  if (offer) draw(offer.theme, ADD.heading, <Choice offer={offer} />)
  else drawOutside()
}

/** The page that Teams shows when somebody takes a tab off by hand: what goes, and what stays. */
export async function drawRemoval(): Promise<void> {
  const allowed = await allowRemoval().then(
    (theme) => ({ theme }),
    () => null,
  )
  if (!allowed) {
    drawOutside()
    return
  }
  draw(allowed.theme, REMOVAL.heading, <Full icon={null} title={REMOVAL.title} text={REMOVAL.text} />)
}

/** Nobody frames it who could add or remove a tab: a way on instead of an empty window. */
function drawOutside(): void {
  draw(
    null,
    'Plumbline',
    <Full icon={null} title={NOT_IN_TEAMS.title} text={NOT_IN_TEAMS.text}>
      <a className="button primary big" href="/tab/">
        {NOT_IN_TEAMS.open}
      </a>
    </Full>,
  )
}

/** Which page the tab opens, and its name, which is the page's own until somebody gives it another. */
function Choice({ offer }: { readonly offer: TabOffer }) {
  const [page, setPage] = useState(offer.standing?.page ?? TAB_PAGES[0])
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? USUAL_NAME[page]
  useEffect(() => {
    offer.choose(name.trim() === '' ? null : { page, name: name.trim() })
  }, [offer, page, name])
  return (
    <Full icon={null} title={ADD.heading} text={ADD.text}>
      <fieldset className="tab-choice">
        <legend>{ADD.opens}</legend>
        {TAB_PAGES.map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="page"
              value={one}
              checked={one === page}
              onChange={() => setPage(one)}
            />
            <span>
              {USUAL_NAME[one]} <small>{PAGE_SAYS[one]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="tab-choice">
        <span>{ADD.name}</span>
        <input
          className="field"
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {name.trim() === '' && (
        <p className="error" role="alert">
          {ADD.nameMissing}
        </p>
      )}
    </Full>
  )
}

function draw(theme: Theme | null, heading: string, content: ReactNode): void {
  if (theme) document.documentElement.dataset['theme'] = theme
  const page = document.getElementById('page')
  if (!page) throw new Error('index.html has no #page')
  createRoot(page).render(
    <main className="main">
      <h1 className="hidden">{heading}</h1>
      {content}
    </main>,
  )
}
