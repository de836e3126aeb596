import type { Delivery } from '../../bot/domain/cycle'
import type { ChannelId } from '../../bot/domain/ids'
import type { Rag } from '../../bot/domain/rag'
import type { PostedRecap } from '../../bot/domain/recap'
import { withDelivery } from '../../bot/domain/recapCopies'
import type { Command, DraftEdit } from '../../bot/flows/command'
import {
  aDueDate,
  ALEX,
  aMessageRef,
  at,
  DATA_MIGRATION,
  INTEGRATIONS,
  LAST_WEEK,
  MEGAN,
  PATTI,
  STEERING,
  THIS_WEEK,
  TRAINING,
} from '../support/builders'
import { expectKind } from './northwind'
import { aWeek, NEXT_WEEK } from './theWeek'

const FRIDAY = at('2026-11-20', '15:00')
const LATER = at('2026-11-20', '16:10')
const OWNER = { ownsTeam: true }

describe('a posted recap that is corrected', () => {
  test('says what the lead typed and that it was corrected; its numbers and records stay', async () => {
    const { givenItem, correct, thePosted } = await aPostedWeek()
    const before = await thePosted()
    await givenItem({ due: aDueDate('2026-11-01') })
    const { parts } = expectKind(await correct(ALEX, { headline: 'Two weeks to go' }), 'recapCorrected')
    expect(parts).toEqual(['headline'])
    const { recap } = await thePosted()
    expect(recap).toEqual({
      ...before.recap,
      headline: 'Two weeks to go',
      corrected: { times: 1, at: LATER, by: ALEX, parts: ['headline'] },
    })
  })

  test('keeps every earlier version: who, when, and what it said before', async () => {
    const { correct, clock, records, project, thePosted, when } = await aPostedWeek()
    const { recap } = await thePosted()
    await correct(ALEX, { headline: 'First' })
    clock.set(at('2026-11-21', '09:00'))
    await correct(PATTI, { headline: 'Second', note: 'Twice' }, OWNER)
    expect(await records.corrections(project, THIS_WEEK)).toMatchObject([
      { number: 1, by: ALEX, at: LATER, parts: ['headline'], before: { headline: recap.headline, note: '' } },
      { number: 2, by: PATTI, parts: ['headline', 'note'], before: { headline: 'First', note: '' } },
    ])
    expect((await thePosted()).recap.corrected).toMatchObject({
      times: 2,
      by: PATTI,
      parts: ['headline', 'note'],
    })
    const form = expectKind(await when(ALEX, { do: 'correctRecap', week: null }), 'correctionForm')
    expect(form.earlier.map(({ number }) => number)).toEqual([1, 2])
  })

  test('takes another colour, with a reason where it is greener than the rule', async () => {
    const { correct, thePosted } = await aPostedWeek()
    const refused = expectKind(await correct(ALEX, colour(DATA_MIGRATION.id, 'green')), 'correctionForm')
    expect(refused.problems).toEqual([{ kind: 'reasonMissing', workstream: DATA_MIGRATION.id }])
    await correct(ALEX, colour(DATA_MIGRATION.id, 'green', 'the file came at noon'))
    const line = (await thePosted()).recap.workstreams.find(({ id }) => id === DATA_MIGRATION.id)
    expect(line?.verdict).toMatchObject({
      rule: 'amber',
      override: { colour: 'green', by: ALEX, why: 'the file came at noon' },
    })
  })

  test('keeps a headline', async () => {
    const { correct } = await aPostedWeek()
    const outcome = expectKind(await correct(ALEX, { headline: '  ', note: 'kept' }), 'correctionForm')
    expect(outcome).toMatchObject({ problems: [{ kind: 'headlineMissing' }], typed: { note: 'kept' } })
  })

  test('is edited in place wherever it was seen to arrive, and nowhere else', async () => {
    const { correct, arrived, corrections } = await aPostedWeek()
    await arrived(STEERING.id, { status: 'unreachable', at: FRIDAY, why: 'gone', fallback: false })
    await arrived(null)
    await correct(ALEX, { headline: 'Two weeks to go' })
    expect(await corrections()).toEqual([{ kind: 'recapCorrected', week: THIS_WEEK, channel: null }])
    await arrived(STEERING.id)
    await correct(ALEX, { headline: 'Ten days to go' })
    expect(await corrections()).toContainEqual({
      kind: 'recapCorrected',
      week: THIS_WEEK,
      channel: STEERING.id,
    })
  })

  test('as it stands is no correction; saved once more it is sent to be edited once more', async () => {
    const { correct, arrived, corrections, records, project, thePosted, clock } = await aPostedWeek()
    await arrived(null)
    const same = await correct(ALEX, {})
    expect(same).toMatchObject({ kind: 'recapCorrected', parts: [] })
    expect((await thePosted()).recap.corrected).toBeNull()
    expect(await corrections()).toEqual([])
    await correct(ALEX, { headline: 'Two weeks to go' })
    clock.advance(60_000)
    expect(await correct(ALEX, {})).toMatchObject({ parts: [] })
    expect(await corrections()).toHaveLength(2)
    expect(await records.corrections(project, THIS_WEEK)).toHaveLength(1)
  })

  test('is the lead’s and the team owners’ to correct', async () => {
    const { correct, when } = await aPostedWeek()
    const refused = { kind: 'notAllowed', who: 'lead', lead: ALEX }
    expect(await when(MEGAN, { do: 'correctRecap', week: null })).toMatchObject(refused)
    expect(await correct(MEGAN, { headline: 'Mine' })).toMatchObject(refused)
  })
})

describe('when there is nothing to correct any more', () => {
  test('no recap was posted yet', async () => {
    const { when } = await aWeek()
    expect(await when(ALEX, { do: 'correctRecap', week: null })).toMatchObject({ kind: 'nothingToCorrect' })
    expect(await when(ALEX, { do: 'correctRecap', week: LAST_WEEK })).toMatchObject({
      kind: 'nothingToCorrect',
    })
  })

  test('a later one was posted, which builds on it; what was typed is shown', async () => {
    const { correct, clock, posted, thePosted, when } = await aPostedWeek()
    const before = await thePosted()
    clock.set(at('2026-11-27', '15:00'))
    await posted()
    const late = await correct(ALEX, { headline: 'Too late' })
    expect(late).toMatchObject({
      kind: 'tooLateToCorrect',
      week: THIS_WEEK,
      latest: NEXT_WEEK,
      typed: { headline: 'Too late' },
    })
    expect(await thePosted()).toEqual(before)
    const latest = expectKind(await when(ALEX, { do: 'correctRecap', week: null }), 'correctionForm')
    expect(latest.posted.recap.week).toBe(NEXT_WEEK)
  })
})

describe('two who correct at once', () => {
  test('the same part: the second sees both, and nothing of theirs is saved until they say so', async () => {
    const { correct, thePosted } = await aPostedWeek()
    await correct(ALEX, { headline: 'His words' })
    const late = expectKind(await correct(PATTI, { headline: 'Her words' }, OWNER, 0), 'correctionForm')
    expect(late).toMatchObject({
      overtaken: { by: ALEX, at: LATER, parts: ['headline'] },
      posted: { recap: { headline: 'His words' } },
      typed: { headline: 'Her words' },
    })
    expect((await thePosted()).recap.headline).toBe('His words')
    await correct(PATTI, { headline: 'Her words' }, OWNER, 1)
    expect((await thePosted()).recap.headline).toBe('Her words')
  })

  test('different parts: both are kept, and what one did not touch is not taken back', async () => {
    const { correct, thePosted } = await aPostedWeek()
    await correct(ALEX, { headline: 'His words' })
    await correct(PATTI, { note: 'Her note' }, OWNER, 0)
    await correct(PATTI, colour(TRAINING.id, 'red', 'no trainer'), OWNER, 0)
    expect((await thePosted()).recap).toMatchObject({
      headline: 'His words',
      note: 'Her note',
      corrected: { times: 3, parts: ['headline', 'note', TRAINING.id] },
    })
  })

  test('in two processes at the same moment: one is saved, the other sees both', async () => {
    const { correct, correctElsewhere, records, project } = await aPostedWeek()
    const outcomes = await Promise.all([
      correct(ALEX, { headline: 'His words' }, {}, 0),
      correctElsewhere(PATTI, { headline: 'Her words' }, OWNER, 0),
    ])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['correctionForm', 'recapCorrected'])
    expect(await records.corrections(project, THIS_WEEK)).toHaveLength(1)
  })

  test('in two processes, different parts: both are saved, each under a number of its own', async () => {
    const { correct, correctElsewhere, records, project, thePosted } = await aPostedWeek()
    await Promise.all([
      correct(ALEX, { headline: 'His words' }, {}, 0),
      correctElsewhere(PATTI, { note: 'Her note' }, OWNER, 0),
    ])
    expect((await records.corrections(project, THIS_WEEK)).map(({ number }) => number)).toEqual([1, 2])
    expect((await thePosted()).recap).toMatchObject({ headline: 'His words', note: 'Her note' })
  })
})

function colour(workstream: typeof TRAINING.id, to: Rag, why = ''): Partial<DraftEdit> {
  return { workstreams: [{ workstream, colour: to, why }] }
}

/** Week 47 with an item that is late in Data migration; its recap is posted, with a copy for Steering. */
async function aPostedWeek() {
  const week = await aWeek({ audience: [STEERING], workstreams: [DATA_MIGRATION, INTEGRATIONS, TRAINING] })
  const { records, project, when, whenElsewhere, clock, outgoing } = week
  await week.givenItem({ due: aDueDate('2026-11-18'), workstream: DATA_MIGRATION.id })
  clock.set(FRIDAY)
  await week.posted()
  clock.set(LATER)
  const stored = async () => (await records.recap(project, THIS_WEEK))!
  const thePosted = async (): Promise<PostedRecap> => (await stored()).record
  /** The form as it was shown, with what is typed over it. */
  const command = async (edit: Partial<DraftEdit>, seen?: number): Promise<Command> => {
    const { recap } = await thePosted()
    const [first] = await records.corrections(project, THIS_WEEK)
    const shown = seen === 0 && first ? first.before : recap
    const form = { headline: shown.headline, note: shown.note, overall: null, workstreams: [] }
    return {
      do: 'saveCorrection',
      week: THIS_WEEK,
      edit: { ...form, ...edit },
      seen: seen ?? recap.corrected?.times ?? 0,
    }
  }
  return {
    ...week,
    thePosted,
    correct: async (who: typeof ALEX, edit: Partial<DraftEdit>, over = {}, seen?: number) =>
      when(who, await command(edit, seen), over),
    correctElsewhere: async (who: typeof ALEX, edit: Partial<DraftEdit>, over = {}, seen?: number) =>
      whenElsewhere(who, await command(edit, seen), over),
    arrived: async (
      channel: ChannelId | null,
      fate: Delivery = { status: 'sent', at: FRIDAY, message: aMessageRef() },
    ) => {
      const { record, revision } = await stored()
      await records.commit(project, {
        recap: { record: withDelivery(record, channel, fate), over: revision },
      })
    },
    corrections: async () => (await outgoing()).filter(({ kind }) => kind === 'recapCorrected'),
  }
}
