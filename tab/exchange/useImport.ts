import { useCallback, useEffect, useState } from 'react'
import {
  importAnswer,
  type ImportAnswer,
  type ImportPreviewJson,
  type ImportProblem,
  type ImportProgressJson,
  type MappingRequest,
} from '../../bot/contract/exchange'
import { paths } from '../../bot/contract/paths'
import type { Answer } from '../data/api'
import { useTab } from '../data/tab'
import { WORDS } from '#words/exchange'

export type ImportStage =
  | { readonly at: 'start' }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly preview: ImportPreviewJson }
  /** `before`: what the preview found wrong, for the list of what was left out. */
  | {
      readonly at: 'progress'
      readonly progress: ImportProgressJson
      readonly before: readonly ImportProblem[]
    }

/** How often one looks how far it is, in ms: while somebody is at it, and while it waits to be taken up again. */
const LOOKS_EVERY = { running: 1_000, halted: 5_000 } as const

/** A file on its way in, step by step; what is refused is said and leaves everything as it stands. */
export function useImport(given: string | null) {
  const { api, ready } = useTab()
  const project = ready.project.id
  const [stage, setStage] = useState<ImportStage>(given === null ? { at: 'start' } : { at: 'reading' })
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const take = useCallback((answer: Answer<ImportAnswer>) => {
    setBusy(false)
    if (answer.kind !== 'ok' || answer.body.kind === 'refused') {
      setError(wentWrong(answer))
      setStage((now) => (now.at === 'reading' ? { at: 'start' } : now))
      return
    }
    const { body } = answer
    setError(null)
    setStage((now) =>
      body.kind === 'preview'
        ? { at: 'preview', preview: body }
        : { at: 'progress', progress: body, before: problemsSoFar(now) },
    )
  }, [])

  useEffect(() => {
    if (given !== null) void api.get(paths.import(project, given), importAnswer).then(take)
  }, [api, project, given, take])

  const progress = stage.at === 'progress' ? stage.progress : null
  useEffect(() => {
    if (!progress || progress.status === 'done') return
    const look = () => void api.get(paths.import(project, progress.id), importAnswer).then(take)
    const timer = setTimeout(look, LOOKS_EVERY[progress.status])
    return () => clearTimeout(timer)
  }, [api, project, progress, take])

  const ask = (asking: Promise<Answer<ImportAnswer>>) => {
    setBusy(true)
    void asking.then(take)
  }
  return {
    stage,
    error,
    busy,
    upload: (file: File) => {
      setError(null)
      setStage({ at: 'reading' })
      ask(api.upload(paths.imports(project, file.name), file, importAnswer))
    },
    change: (id: string, sheets: MappingRequest['sheets']) =>
      ask(api.put(paths.import(project, id), { sheets }, importAnswer)),
    run: (id: string) => ask(api.post(paths.runImport(project, id), {}, importAnswer)),
    again: () => {
      setError(null)
      setStage({ at: 'start' })
    },
  }
}

function problemsSoFar(stage: ImportStage): readonly ImportProblem[] {
  if (stage.at === 'preview') return stage.preview.problems.filter(({ skipped }) => skipped)
  return stage.at === 'progress' ? stage.before : []
}

function wentWrong(answer: Answer<ImportAnswer>): string {
  if (answer.kind === 'unreachable') return WORDS.unreachable
  if (answer.kind === 'problem') return `${answer.problem.text} ${answer.problem.reference}`.trim()
  return answer.body.kind === 'refused' ? answer.body.text : ''
}
