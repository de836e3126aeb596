import type { ReactNode } from 'react'
import { SeverityShape } from '../look/icons'
import { Full } from '../look/states'
import { SEVERITY_WORD } from '#words/common'
import { NO_ISSUES, SEVERITY_MEANS } from '#words/newIssue'

/** Nobody has found anything wrong yet: how to say so when somebody does, with the button for it. */
export default function NoIssues({ children }: { readonly children: ReactNode }) {
  return (
    <Full icon={null} title={NO_ISSUES.title} text={NO_ISSUES.text}>
      <p className="example">
        <b>@Plumbline</b> {NO_ISSUES.example}
      </p>
      {children}
      <dl>
        {(['showStopper', 'workaround', 'cosmetic'] as const).map((key) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <SeverityShape severity={key} />
            </dt>
            <dt>{SEVERITY_WORD[key]}</dt>
            <dd>{SEVERITY_MEANS[key]}</dd>
          </div>
        ))}
      </dl>
    </Full>
  )
}
