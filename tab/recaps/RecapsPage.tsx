import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download'
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link'
import { LockClosed16Regular } from '@fluentui/react-icons/headless/svg/lock-closed'
import { Mail20Regular } from '@fluentui/react-icons/headless/svg/mail'
import { useMemo } from 'react'
import { paths } from '../../bot/contract/paths'
import { postedRecap, recapList, type RecapLine } from '../../bot/contract/recap'
import CardView from '../cardView/CardView'
import { followLink } from '../cardView/follow'
import { frozenCard } from '../cardView/frozen'
import { go, pathOf, useAddress, withQuery } from '../data/address'
import { useTab } from '../data/tab'
import { useLoaded } from '../data/useLoaded'
import { Rag } from '../look/icons'
import { follow } from '../look/Nav'
import { Full } from '../look/states'
import { momentWords, weekWords } from '../look/words'
import { copyAsMail, downloadMail } from './mailing'
import { RagStrip } from './RagStrip'

/** The posted recaps, newest first, each as the very card that went to the channel. */
export default function RecapsPage() {
  const { ready } = useTab()
  const { query } = useAddress()
  const { value: list, failed } = useLoaded(paths.recaps(ready.project.id), recapList)
  if (!list)
    return (
      <div className="recaps" aria-busy={!failed}>
        {failed && <p className="state">The recaps can’t be loaded right now.</p>}
      </div>
    )
  const newest = list.rows[0]
  if (!newest) {
    return (
      <Full
        icon={null}
        title="No recap yet"
        text="The first one is posted to the channel when its week ends, and stays here as it was posted. The lead can post one at once:"
      >
        <p className="example">
          <b>@Plumbline</b> recap now
        </p>
      </Full>
    )
  }
  const chosen = list.rows.find(({ week }) => week === query.get('week')) ?? newest
  return (
    <div className="recaps">
      <div className="recap-list">
        <RagStrip rows={list.rows} chosen={chosen.week} />
        {list.rows.map((line) => (
          <Line key={line.week} line={line} isChosen={line === chosen} />
        ))}
      </div>
      <Posted key={chosen.week} week={chosen.week} />
    </div>
  )
}

function Line({ line, isChosen }: { readonly line: RecapLine; readonly isChosen: boolean }) {
  const { search } = useAddress()
  const to = withQuery(search, { week: line.week })
  return (
    <a
      className="recap-line"
      href={to}
      aria-current={isChosen ? 'true' : undefined}
      onClick={(event) => follow(event, to)}
    >
      <b>{weekWords(line.week)}</b>
      <Rag colour={line.colour} />
      <span className="headline" dir="auto">
        {line.headline}
      </span>
      <small className="quiet">
        {line.answered ? `${line.answered.answered} of ${line.answered.asked}` : ''}
      </small>
    </a>
  )
}

function Posted({ week }: { readonly week: string }) {
  const { ready, host, say } = useTab()
  const { query } = useAddress()
  const { value: recap, failed } = useLoaded(paths.recap(ready.project.id, week), postedRecap)
  const card = useMemo(() => recap && frozenCard(recap.card), [recap])
  if (!recap || !card) {
    return (
      <div className="recap-page" aria-busy={!failed}>
        {failed ? (
          <p>This recap can’t be loaded right now.</p>
        ) : (
          <span className="bone" style={{ width: '60%' }} />
        )}
      </div>
    )
  }
  const copy = async () => {
    const to = pathOf('recaps', query, { week })
    await navigator.clipboard.writeText(host.linkTo(to, `recap:${week}`, `Recap of ${weekWords(week)}`))
    say({ text: 'Link to the recap copied' })
  }
  return (
    <div className="recap-page">
      <div className="recap-top">
        <LockClosed16Regular />
        <span>{postedWords(recap.line, ready.project)}</span>
        <span className="spacer" />
        <MailButtons week={recap.line.week} />
        <button
          type="button"
          className="icon-button"
          aria-label="Copy a link to this recap"
          onClick={() => {
            copy().catch(() => say({ text: 'The browser didn’t let the link be copied' }))
          }}
        >
          <Link20Regular />
        </button>
      </div>
      <CardView
        card={card}
        label={`Recap of ${weekWords(week)}`}
        onLink={followLink}
        onPress={({ data }) => showRecord(data, query)}
      />
    </div>
  )
}

/** The recap as a page to mail: as a file, or on the clipboard. */
function MailButtons({ week }: Pick<RecapLine, 'week'>) {
  const { api, ready, say } = useTab()
  const { project } = ready
  const sent = { week, project }
  const download = async () => {
    const isThere = await downloadMail(api, sent)
    say({
      text: isThere
        ? 'Page to mail downloaded'
        : 'The page can’t be loaded right now. Try again in a moment.',
    })
  }
  const copy = async () => {
    await copyAsMail(api, sent)
    say({ text: 'Copied. Paste it into a mail.' })
  }
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label="Download this recap as a page to mail"
        title="Download"
        onClick={() => void download()}
      >
        <ArrowDownload20Regular />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Copy this recap as a mail"
        title="Copy as mail"
        onClick={() => {
          copy().catch(() => say({ text: 'The browser didn’t let the mail be copied. Download it instead.' }))
        }}
      >
        <Mail20Regular />
      </button>
    </>
  )
}

/** A record named on the recap, as it is today. */
function showRecord(data: unknown, query: URLSearchParams): void {
  const id = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : ''
  if (id.startsWith('I-')) go(pathOf('issues', query, { issue: id }))
  else if (id.startsWith('A-')) go(pathOf('items', query, { q: id }))
}

type Project = ReturnType<typeof useTab>['ready']['project']

function postedWords(
  { postedAt, postedBy, editedBy, corrected }: RecapLine,
  { zone, today }: Project,
): string {
  const by = postedBy ? ` by ${postedBy.name}` : ''
  const from = editedBy
    ? `, from ${editedBy.id === postedBy?.id ? 'their' : `${editedBy.name}’s`} draft`
    : ', as it was drafted'
  const put = corrected === null ? '' : ` ${corrected}.`
  return `Posted ${momentWords(postedAt, zone, today)}${by}${from}.${put} Its numbers are frozen: later changes don’t touch them.`
}
