import { said, type Verb } from './verb'

/** What a text or a record's number goes with. */
export const RECORD_VERBS = [
  {
    name: 'action',
    words: said('action, action item, to do, todo, to-do, task'),
    takes: 'text',
    changes: true,
    example: 'action Send the price file @owner by Friday',
  },
  {
    name: 'issue',
    words: said('issue, bug, defect, problem, ticket, incident'),
    takes: 'text',
    changes: true,
    example: 'issue Order import stops at 500 lines',
  },
  {
    name: 'show',
    words: said(
      `
      show, show me, let me see, open, view, see, display, details, details of, details on, details for,
      detail, info, info on, info about, status, status of, status on, status for, get, find, look at,
      look up, read, what about, how about, what is, whats, whats up with, what is with, whats with,
      how is, hows, where is, wheres, who owns, who has, when is, tell me about, about, is,
      what is the status of, whats the status of, edit, change, update, go to,
      link to, link of
    `,
    ),
    takes: 'record',
    changes: false,
    example: 'A-12',
  },
  {
    name: 'history',
    words: said(
      `
      history, history of, history for, the history of, log, log of, story of, changes, changes of,
      changes to, who changed, what changed in, what happened to, what happened with
    `,
    ),
    takes: 'record',
    changes: false,
    example: 'history A-12',
  },
  {
    name: 'undo',
    words: said(
      `
      undo, revert, undo that, undo it, undo this, undo last, undo the last, undo the last change,
      undo my last change, undo last change, take it back, take that back, oops, undo the change of,
      undo the change to
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'undo A-12',
  },
  {
    name: 'done',
    words: said(
      `
      done, finish, finished, complete, completed, done with, finished with, tick off, tick, check off,
      i finished, i have finished, ive finished, i completed, i have completed, ive completed, i did,
      i have done, ive done, i am done with, im done with, we finished, we did, we have finished,
      we are done with, were done with
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'done A-12',
  },
  {
    name: 'start',
    words: said(
      `
      start, started, begin, in progress, work on, working on, i am working on, im working on, i started,
      ive started, start on, start with, started on, start work on, start working on, unblock, unblocked,
      ongoing, in work
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'start A-12',
  },
  {
    name: 'block',
    words: said(
      `
      block, blocked, stuck, stuck on, stuck with, i am stuck on, im stuck on, i am stuck with,
      im stuck with, i am blocked on, im blocked on, on hold,
      wartet auf
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'block A-12 waiting for the firewall change',
  },
  {
    name: 'move',
    words: said(
      `
      move, moved, postpone, postponed, reschedule, rescheduled, push, push back, push out, delay,
      delayed, shift, replan, re-plan, extend, due, due date, due date of, change the due date of,
      change due date of, change the date of, change date of, new date for, new date, set the due date of,
      set due date of, set due, set due of, set due date, change due, change due date,
      slips, slip, slipped
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'move A-12 to Friday, supplier is late',
  },
  {
    name: 'rename',
    words: said(
      `
      rename, retitle, renamed, change the title of, change title of, set the title of, new title for, title of,
      change the name of
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'rename A-12 to Send the final price file',
  },
  {
    name: 'own',
    words: said(
      `
      own, owner, assign, assigned, assigned to, reassign, re-assign, give, hand, hand over, owner of,
      new owner, new owner for, new owner of, change owner of, change the owner of, set owner of,
      transfer, pass, owned by
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'own A-12 @person',
  },
  {
    name: 'take',
    words: said(
      `
      take, claim, take over, ill take, i will take, i take, i own, i can take, assign me, give me
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'take A-12',
  },
  {
    name: 'cancel',
    words: said(
      `
      cancel, cancelled, canceled, drop, dropped, delete, remove, scrap, abandon, not needed,
      no longer needed, obsolete
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'cancel A-12 no longer needed',
  },
  {
    name: 'reopen',
    words: said('reopen, re-open, reopened, open again, reactivate, not fixed'),
    takes: 'record',
    changes: true,
    example: 'reopen I-7 it happened again',
  },
  {
    name: 'triage',
    words: said('triage, triaged, classify, rate'),
    takes: 'record',
    changes: true,
    example: 'triage I-7 show-stopper @owner',
  },
  {
    name: 'severity',
    words: said(`
      severity, severity of, set severity, set severity of, set the severity of, change severity of,
      change the severity of, sev
    `),
    takes: 'record',
    changes: true,
    example: 'severity I-7 cosmetic',
  },
  {
    name: 'fix',
    words: said('fix, fixing, start fixing, i am fixing, im fixing, being fixed'),
    takes: 'record',
    changes: true,
    example: 'fix I-7',
  },
  {
    name: 'retest',
    words: said(
      `
      retest, re-test, ready for retest, ready for re-test, ready to retest, ready for test,
      ready to test, ready, fixed, i fixed, i have fixed, ive fixed, we fixed
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'retest I-7',
  },
  {
    name: 'close',
    words: said('close, closed, validate, validated, verify, verified, i validated, i verified'),
    takes: 'record',
    changes: true,
    example: 'close I-7',
  },
  {
    name: 'defer',
    words: said('defer, deferred, park, parked'),
    takes: 'record',
    changes: true,
    example: 'defer I-7 not needed for go-live',
  },
  {
    name: 'duplicate',
    words: said(
      `
      duplicate, duplicated, duplicates, dup, dupe, same as, a duplicate, duplicate of, a duplicate of
    `,
    ),
    takes: 'record',
    changes: true,
    example: 'duplicate I-7 of I-3',
  },
  {
    name: 'workaround',
    words: said('workaround for, work around for, workaround'),
    takes: 'record',
    changes: true,
    example: 'workaround I-7 print from the old screen',
  },
  {
    name: 'comment',
    words: said('comment on, comment'),
    takes: 'record',
    changes: true,
    example: 'comment I-7 seen again on build 47.2',
  },
] as const satisfies readonly Verb[]
