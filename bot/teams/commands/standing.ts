import { folded, phraseOf, withoutPoliteEnd, type Heard } from './hearing'
import { command, type Understood } from './understood'

/** Longer than this it tells of something. */
const LONGEST = 80

/** "why are we red", "warum ist das Projekt gelb": the status shows each colour with its evidence. */
const WHY =
  /^(?:why|how come|warum|wieso) (?:are|is|am|sind|ist) (?:[\p{L}\p{N} ]{1,40} )?(?:red|amber|green|yellow|rot|gelb|grün|late|behind|off track|verspätet)$/u
const BEFORE =
  /^(?:(?:what is |whats )?(?:the )?(?:status|rag|colour|color|health|stand) (?:(?:of|for|on|von) )?|how is |hows |is |wie läuft |wie steht es um )(?:the |die |das )?/u
const AFTER = /^(?:|doing|going|ok|okay|fine|on track|on time|late|red|amber|green|at risk|im plan)$/

/** Reads a question about how the project, or one of its workstreams, stands. */
export function standing(text: string, heard: Heard): Understood | undefined {
  if (text.length > LONGEST) return undefined
  const small = phraseOf(withoutPoliteEnd(folded(text)))
  return WHY.test(small) || isOfWorkstream(small, heard) ? command({ do: 'status' }) : undefined
}

function isOfWorkstream(small: string, { ctx }: Heard): boolean {
  const before = BEFORE.exec(small)?.[0].length ?? 0
  if (before === 0) return false
  const rest = small.slice(before)
  return ctx.workstreams.some(({ name }) => {
    const called = phraseOf(name)
    return called !== '' && rest.startsWith(called) && AFTER.test(rest.slice(called.length).trim())
  })
}
