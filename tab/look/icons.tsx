import { SEVERITY_WORD, STATUS_WORD } from '#words/common'
import { initials, type SeverityKey, type StatusKey } from './words'

/* Shape before colour: filled octagon, half diamond, ring, so that rank survives print and high contrast. */

export function SeverityShape({ severity }: { readonly severity: SeverityKey }) {
  return (
    <svg className={`shape shape-${severity}`} viewBox="0 0 16 16" width="16" height="16" role="img">
      <title>{SEVERITY_WORD[severity]}</title>
      {severity === 'showStopper' && (
        <>
          <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
          <rect className="hole" x="4" y="7" width="8" height="2" rx=".5" />
        </>
      )}
      {severity === 'workaround' && (
        <>
          <path d="M8 1.4 14.6 8 8 14.6 1.4 8z" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M8 1.4V14.6L1.4 8z" fill="currentColor" />
        </>
      )}
      {severity === 'cosmetic' && (
        <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
      {severity === 'none' && (
        <circle
          cx="8"
          cy="8"
          r="5.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeDasharray="2 2"
        />
      )}
    </svg>
  )
}

/** States are a circle that fills. */
export function StateShape({ status }: { readonly status: StatusKey }) {
  return (
    <svg className="shape shape-state" viewBox="0 0 16 16" width="16" height="16" role="img">
      <title>{STATUS_WORD[status]}</title>
      {stateDrawing(status)}
    </svg>
  )
}

function stateDrawing(status: StatusKey) {
  const ring = <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
  switch (status) {
    case 'new':
      return (
        <circle
          cx="8"
          cy="8"
          r="5.75"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="2.2 2.3"
        />
      )
    case 'triaged':
      return ring
    case 'inProgress':
      return (
        <>
          {ring}
          <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
        </>
      )
    case 'readyForRetest':
      return (
        <>
          {ring}
          <path d="M8 8V4.5A3.5 3.5 0 1 1 4.5 8z" fill="currentColor" />
        </>
      )
    case 'reopened':
      return (
        <path
          d="M3.2 2.5v3.2h3.2M3.4 5.5A5.4 5.4 0 1 1 2.6 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      )
    case 'closed':
      return (
        <>
          <circle cx="8" cy="8" r="6.5" fill="currentColor" />
          <path className="hole-line" d="m5 8.2 2.1 2.1L11.2 6" fill="none" strokeWidth="1.5" />
        </>
      )
    case 'deferred':
      return (
        <>
          {ring}
          <path d="M6.5 5.7v4.6M9.5 5.7v4.6" stroke="currentColor" strokeWidth="1.4" />
        </>
      )
    case 'duplicate':
      return (
        <path
          d="M5.5 5.5h7v7h-7zM3.5 10.5v-7h7"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      )
  }
}

/** Initials in a grey disc; a dashed ring for no one. The name stands beside it or in its label. */
export function Face({ name }: { readonly name: string | null }) {
  return (
    <span className={name === null ? 'face face-none' : 'face'} aria-hidden="true">
      {name === null ? '' : initials(name)}
    </span>
  )
}
