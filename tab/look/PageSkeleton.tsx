import type { Page } from '../data/address'
import { LogSkeleton } from './LogSkeleton'

/* The shape of each page while its code or its data is on the way. */

export function PageSkeleton({ page }: { readonly page: Page }) {
  switch (page) {
    case 'issues':
    case 'items':
      return <LogSkeleton />
    case 'source':
    case 'recaps':
      return (
        <div className="bones split" aria-busy="true">
          <div>{bones([70, 90, 60, 80, 75, 90])}</div>
          <div>{bones([40, 90, 80, 86, 30, 84, 78])}</div>
        </div>
      )
    case 'overview':
      return (
        <div className="bones" aria-busy="true">
          {bones([46, 62, 100, 100, 100])}
          <div className="tiles">
            <Bone />
            <Bone />
            <Bone />
          </div>
        </div>
      )
    case 'my-card':
      return (
        <div className="bones" aria-busy="true">
          <div className="card-frame">{bones([40, 80, 30, 72, 30, 76])}</div>
        </div>
      )
  }
}

function bones(widths: readonly number[]) {
  return widths.map((width, index) => <Bone key={index} width={`${width}%`} />)
}

function Bone({ width }: { readonly width?: string }) {
  return <span className="bone" aria-hidden="true" style={{ width }} />
}
