import { Component, type ReactNode } from 'react'
import { CantShow } from './states'

type Props = { readonly children: ReactNode }

/**
 * Stands in for a page that can't be drawn: mostly because its code can't be had, when the service got a new version
 * since this one was opened or can't be reached. The page row stays, and every other page can be gone to.
 */
export class PageBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <CantShow /> : this.props.children
  }
}
