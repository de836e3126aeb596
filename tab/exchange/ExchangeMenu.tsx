import { ArrowBidirectionalUpDown16Regular } from '@fluentui/react-icons/headless/svg/arrow-bidirectional-up-down'
import { lazy, Suspense } from 'react'
import { closeTo, go, useAddress, withQuery } from '../data/address'
import { EXCHANGE } from '#words/logPage'

const ExchangeDialog = lazy(() => import('./ExchangeDialog'))

/** The button that opens the dialog by which records go out and come in; a link opens it too, on a file that was given. */
export function ExchangeMenu() {
  const { search, query } = useAddress()
  const file = query.get('import')
  const isOpen = file !== null || query.has('export')
  return (
    <>
      <button
        type="button"
        className="button plain"
        title={EXCHANGE}
        onClick={() => go(withQuery(search, { import: 'new' }))}
      >
        <ArrowBidirectionalUpDown16Regular /> <span className="button-word">{EXCHANGE}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExchangeDialog
            file={file === 'new' ? null : file}
            close={() => closeTo(withQuery(search, { import: null, export: null }))}
          />
        </Suspense>
      )}
    </>
  )
}
