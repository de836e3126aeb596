import { folded } from './hearing'

const CONNECTOR =
  /^(?:[\s:;,.–—-]|(?:because|since|reason|why|as|due to|with reason|the reason is|weil)(?![\p{L}\p{N}'])|because of the|because of)\s*/u

/** A reason without the words that only lead to it: `, because the supplier is late` says "the supplier is late". */
export function reasonIn(rest: string): string {
  let reason = rest.trim()
  for (let turn = 0; turn < 4; turn += 1) {
    const connector = CONNECTOR.exec(folded(reason.slice(0, 40)))?.[0]
    if (connector === undefined || connector.length >= reason.length) break
    reason = reason.slice(connector.length).trimStart()
  }
  return /^(?:[\s:;,.!?–—-]{1,20}|because|reason|why)$/i.test(reason) ? '' : reason
}
