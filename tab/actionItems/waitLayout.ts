import { LABEL_WIDTH } from '#words/waiting'
import { Graph, layout } from '@dagrejs/dagre'
import type { ItemRow } from '../../bot/contract/item'
import type { Wait } from './waiting'

type Point = { readonly x: number; readonly y: number }
type Box = Point & { readonly width: number; readonly height: number }

export type PersonBox = Box & { readonly person: ItemRow['owner'] }
/** An arrow from whoever has to go first to whoever waits, and the box for what it is about. */
export type WaitArrow = { readonly wait: Wait; readonly points: readonly Point[]; readonly label: Box }
export type WaitPicture = {
  readonly width: number
  readonly height: number
  readonly people: readonly PersonBox[]
  readonly arrows: readonly WaitArrow[]
}

const PERSON = { width: 128, height: 44 }
export const LABEL_LINE = 20
/** Lines of an arrow's box; what is beyond them is counted. */
export const LABEL_LINES = 3

/** The order in which people have to go, from the start of the line on: who is waited for stands before who waits. */
export function layOut(waits: readonly Wait[]): WaitPicture {
  const graph = new Graph({ directed: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 24, edgesep: 16, ranksep: 20, marginx: 8, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  const people = new Map(
    waits.flatMap(({ who, on }) => [on, who]).map((person) => [person.id as string, person]),
  )
  for (const id of people.keys()) graph.setNode(id, { ...PERSON })
  for (const wait of waits) {
    const lines = Math.min(wait.items.length, LABEL_LINES + 1)
    graph.setEdge(wait.on.id, wait.who.id, {
      width: LABEL_WIDTH,
      height: lines * LABEL_LINE + 6,
      labelpos: 'c',
    })
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width,
    height,
    people: [...people].map(([id, person]) => ({ person, ...boxOf(graph.node(id)) })),
    arrows: waits.map((wait) => {
      const edge: unknown = graph.edge(wait.on.id, wait.who.id)
      return { wait, points: pointsOf(edge), label: boxOf(edge) }
    }),
  }
}

function boxOf(label: unknown): Box {
  const { x = 0, y = 0, width = 0, height = 0 } = label as Partial<Box>
  return { x, y, width, height }
}

function pointsOf(edge: unknown): readonly Point[] {
  return (edge as { points?: readonly Point[] }).points ?? []
}
