/** What the parent asks of a victim over their line, and what comes back. Times in ms. */
export type Orders = {
  /** Puts the service together on this table and listens. `ahead`: by how much its clock is before the machine's. */
  open: { readonly ask: Opening; readonly answer: { readonly port: number } }
  /** Sets the clock, which never stands still; what was put off until then is done. */
  setClock: { readonly ask: { readonly ahead: number }; readonly answer: null }
  /** One round of what the service does by itself: the tick and the sweep. `putOff`: how much it will do later, or failed to do. */
  look: { readonly ask: null; readonly answer: { readonly putOff: number } }
}

export type Opening = {
  readonly name: string
  readonly connection: string
  readonly table: string
  readonly ahead: number
  readonly tokens: { readonly issuer: string; readonly metadata: string }
}

export type OrderName = keyof Orders
export type Order = {
  readonly [Name in OrderName]: {
    readonly id: number
    readonly order: Name
    readonly ask: Orders[Name]['ask']
  }
}[OrderName]
export type Reply = { readonly id: number; readonly answer?: unknown; readonly error?: string }
