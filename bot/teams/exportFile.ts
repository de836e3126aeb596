import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder'
import { z } from 'zod'
import { outsiderCard } from '../cards/chatCards'
import { noFileCard } from '../cards/exchangeCards'
import type { Speaker } from '../cards/reader'
import { wordsOf } from '../cards/words/wordsOf'
import type { ProjectId } from '../domain/ids'
import type { Project } from '../domain/project'
import { languageOf } from '../domain/language'
import { exportWorkbook } from '../flows/exchange/exportProject'
import type { Inbound } from './inbound'
import { replyWith } from './reply'
import type { TurnDeps } from './turn'
import { admit } from './visit'

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent'
const INFO = 'application/vnd.microsoft.teams.card.file.info'

/** Where there is no Teams, nobody could agree to a file. */
export function canSendFiles({ teamAccess }: Pick<TurnDeps, 'teamAccess'>): boolean {
  return teamAccess.kind === 'granted' || teamAccess.why !== 'trial'
}

/** Asks whether the workbook may be put among somebody's files, which Teams wants before a bot sends one. */
export async function offerFile(
  deps: TurnDeps,
  context: TurnContext,
  project: Project,
  speaker: Speaker,
): Promise<void> {
  const bytes = await exportWorkbook(deps, project, languageOf(speaker.locale))
  if (!bytes) {
    await replyWith(context, noFileCard('tooManyRecords', speaker))
    return
  }
  const again = { project: project.id }
  await context.sendActivity({
    type: ActivityTypes.Message,
    attachments: [
      {
        contentType: CONSENT,
        name: fileName(project),
        content: {
          description: wordsOf(speaker).exchange.holds,
          sizeInBytes: bytes.length,
          acceptContext: again,
          declineContext: again,
        },
      },
    ],
  })
}

const uploadParser = z.object({
  action: z.literal('accept'),
  context: z.object({ project: z.string().min(1) }),
  uploadInfo: z.object({
    uploadUrl: z.string(),
    contentUrl: z.string(),
    name: z.string(),
    uniqueId: z.string(),
    fileType: z.string(),
  }),
})

/**
 * Somebody said whether the file may come. The project that the card names counts for nothing until the roster has them;
 * the file is made anew, so that it holds what is true now.
 */
export async function onFileConsent(
  deps: TurnDeps,
  context: TurnContext,
  { from, place, value, card: asked }: Extract<Inbound, { kind: 'fileConsent' }>,
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } })
  const consent = uploadParser.safeParse(value)
  if (asked !== null) await context.deleteActivity(asked).catch(() => undefined)
  if (!consent.success) return
  const { uploadInfo } = consent.data
  const admission = await admit(deps, from, place, consent.data.context.project as ProjectId, null)
  if (admission.kind !== 'visit' || !admission.visit.record) {
    await replyWith(context, outsiderCard(from))
    return
  }
  const bytes = await exportWorkbook(deps, admission.visit.record, languageOf(from.locale))
  if (!bytes || !(await deps.exchange.files.put(uploadInfo.uploadUrl, bytes))) {
    await replyWith(context, noFileCard('notArrived', from))
    return
  }
  await context.sendActivity(infoOf(uploadInfo))
}

function infoOf({
  contentUrl,
  name,
  uniqueId,
  fileType,
}: z.output<typeof uploadParser>['uploadInfo']): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    attachments: [{ contentType: INFO, contentUrl, name, content: { uniqueId, fileType } }],
  }
}

function fileName({ name }: Project): string {
  return `${name.replaceAll(/[/\\:*?"<>|#%]/g, ' ').trim()}.xlsx`
}
