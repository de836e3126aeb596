import { said, type Verb } from './verb'

/** What is said alone. */
export const PLAIN_VERBS = [
  {
    name: 'help',
    words: said(
      `
      help, hi, hello, hey, hi there, hello there, hey there, hiya, yo, good morning, good afternoon,
      good evening, morning, hallo, hej, bonjour, hola, moin, help me, commands, menu, usage, options,
      what can you do, what can i do, what can i say, what can i ask, what do you do, how does this work,
      how do you work, how does it work, who are you, how are you, whats up, what are you, what is this,
      i need help, i am lost, im lost, hilfe, aide,
      hi bot, hello bot, hey bot, hi plumbline, hello plumbline, hey plumbline, hi all, hello all, hi team,
      hello team, hi everyone, hello everyone, good morning all, good morning everyone, good morning team,
      are you there, anybody there, ping, what else can you do, what else, how to use this, how do i use this,
      how do i use you,
      what, huh
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'help',
  },
  {
    name: 'thanks',
    words: said(
      `
      thanks, thank you, thx, ty, tx, cheers, thanks a lot, thanks so much, thank you so much,
      thank you very much, many thanks, great, good, great thanks, perfect, perfect thanks, ok, okay,
      ok thanks, okay thanks, cool, nice, got it, well done, good bot, good job, great job, danke, merci,
      tak, gracias, bye, goodbye,
      never mind, nevermind, forget it,
      sorry, no worries
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'thanks',
  },
  {
    name: 'setup',
    words: said(
      `
      setup, set up, set-up, settings, configure, configuration, config, set up the project,
      set up project, set up a project, setup project, project setup, project settings, change setup,
      change settings, change the settings, edit setup, edit settings, new project, create project,
      create a project, start project, start a project, start a new project,
      language, change language, change the language, lead, change lead, change the lead, new lead,
      change go live, change the go live, change go live date, change the go live date, move go live,
      workstreams, change workstreams, change the workstreams, add workstream, add a workstream,
      new workstream, time zone, change time zone, change the time zone, change the times,
      change the time of the recap, change time of recap,
      rename project, rename the project, rename this project, change the project name, change recap time,
      change the recap time, change ask day, change the ask day, change recap day, change the recap day
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'setup',
  },
  {
    name: 'source',
    words: said(
      `
      source, sources, source of truth, the source, the source of truth, sot, show source,
      show the source, show sources, how does this project run, how do we run this project, pages, the pages,
      all pages, tab, the tab, open the tab, link to the tab, where is the tab, who is the lead,
      whos the lead, who leads, who leads this project, who is the project lead, go live, go live date,
      when is go live, when is the go live, when do we go live, what is the go live date,
      whats the go live date, show source of truth, show the source of truth, open source of truth,
      who is the project manager, whos the project manager, who is the pm, when is the recap,
      when is the next recap, when do you ask, when is the next ask, when do you send the cards,
      when do you remind, when do you remind people, when do you post the recap, when does the recap go out,
      how many days until go live, how many days to go live, how long until go live, how long to go live,
      days until go live
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'source',
  },
  {
    name: 'anchor',
    words: said(`
      anchor, anchor card, the anchor, the anchor card, post anchor, post the anchor, post anchor card,
      post the anchor card, post the page, post page, post source, post the source, post the source of truth,
      post how this project runs
    `),
    takes: 'nothing',
    changes: true,
    example: 'anchor',
  },
  {
    name: 'mine',
    words: said(
      `
      mine, me, my list, my work, my stuff, my plate, my to do list, my todo list, to do list, todo list,
      show mine, show me mine, what should i do, what should i do next, what do i do next, what must i do,
      what do i have to do, what do i need to do, what do i have, what do i owe, what is needed from me,
      whats needed from me, what do you need from me, what is mine, whats mine, what is on my plate,
      whats on my plate, what is on my list, whats on my list, whats next, what is next, what next,
      what did i promise, what have i promised, what did i commit to, my promises,
      what do i have this week, what do i have today, what do i have to do this week,
      what do i have to do today, what should i do this week, what should i do today, what is waiting for me,
      whats waiting for me, who is waiting for me, whos waiting for me, who waits for me, what waits for me,
      what else do i have
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'mine',
  },
  {
    name: 'overdue',
    words: said(
      `
      overdue, late, over due, delayed, show overdue, show me overdue, show late, show me late,
      show whats overdue, show me whats overdue, show me what is overdue, show whats late,
      show me whats late, show me what is late, what is overdue, whats overdue, what is late, whats late,
      what is delayed, whats delayed, who is late, whos late, who is overdue, anything late,
      anything overdue, is anything late, is anything overdue, list overdue, list late,
      what are we late on, what are we late with, everything overdue, everything late, all overdue
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'overdue',
  },
  {
    name: 'blockedItems',
    words: said(
      `
      blocked items, what is blocked, whats blocked, who is blocked, whos blocked, anything blocked, is anything blocked,
      what is stuck, whats stuck, who is stuck, whos stuck, anything stuck
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'blocked items',
  },
  {
    name: 'askNow',
    words: said(
      `
      ask now, ask, ask everyone, ask everybody, ask everyone now, ask all, ask the team, ask people,
      ask for updates, ask for an update, ask for updates now, send the cards, send cards,
      send the cards now, send out the cards, send the weekly cards, send weekly cards,
      send the weekly card, start the ask, start asking, collect updates
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'ask now',
  },
  {
    name: 'card',
    words: said(
      `
      my card, weekly, card, my weekly card, weekly card, the weekly card, my weekly, weekly update,
      my weekly update, my update, update, my week, answer, my answer, answer my card,
      answer my items, all good, all on track, all is on track, everything on track, everything is on track,
      no update, no updates, no change, no changes, nothing new, nothing changed, same as last week, give my update, give an update, my answers, show my card,
      show me my card, show my weekly card, show me my weekly card, open my card,
      no changes from me, no changes from my side, no change from me, nothing new from me, nothing to report,
      everything is done, all done, my weekly status, later, snooze, snooze it, not now, remind me later,
      remind me tomorrow, remind me next week, ask me later, ask me tomorrow
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'my card',
  },
  {
    name: 'status',
    words: said(
      `
      status, rag, health, the status, project status, show status, show the status, show me the status,
      status now, current status, status please, what is the status, whats the status, how are we,
      how are we doing, how is it going, hows it going, how is the project, how is the project doing,
      hows the project, hows the project doing, where are we, where do we stand, where are we at,
      where we are at, are we on track, are we late, are we fine, this week, what changed,
      what has changed, whats changed, what changed today, what changed this week, what happened,
      what happened today, what happened this week, what is new, whats new, news, any news, progress,
      what is the progress, whats the progress,
      status update, a status update, give me the status, give me a status, give us the status,
      give me an update, whats going on, what is going on, what did i miss, catch me up, tldr, tl dr,
      how is the project going, hows the project going, how are things, how are things going, are we on time,
      are we on schedule, will we make it, will we make go live, will we make the go live,
      are we going to make go live, are we ready for go live, is go live at risk, is the go live at risk,
      is our go live at risk, is go live safe, risks, the risks, top risks, any risks, open risks,
      what are the risks, what are our risks, what are the top risks, what is at risk, whats at risk,
      anything at risk, what has changed since last week, what changed since last week,
      whats changed since last week, what is new since last week, whats new since last week,
      whats new this week, what is new this week, compare with last week, compare to last week,
      how does this compare to last week, how does this compare with last week, compared to last week,
      done this week, what was done this week, what was finished this week,
      what was closed this week, what got done, what got done this week, what did we finish, what did we finish this week,
      closed this week, what slipped, what has slipped, what slipped this week, who answered this week,
      how many have answered, how many answered, summarize the week, summarise the week, summarize this week
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'status',
  },
  {
    name: 'recap',
    words: said(
      `
      recap, draft, the recap, the draft, recap draft, draft recap, draft the recap, report,
      weekly report, weekly recap, status report, weekly status report, show recap, show the recap,
      show me the recap, show draft, show the draft, show me the draft, preview recap, preview the recap,
      preview, summary, weekly summary, write the recap, write the report, edit recap, edit the recap,
      show me the report, show the report, see the report
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'recap',
  },
  {
    name: 'lastRecap',
    words: said(
      `
      last recap, the last recap, show last recap, show the last recap, show me the last recap, latest recap,
      the latest recap, show latest recap, show the latest recap, posted recap, the posted recap,
      show the posted recap, previous recap, the previous recap, last weeks recap, show last weeks recap,
      recap of last week, last report, the last report, last weeks report,
      send me the report, send me the recap, send me the last report, show me last weeks recap,
      show me last weeks report, show last week, last week, what about last week, how was last week, what happened last week,
      recap as pdf, recap as a pdf, report as pdf, print the recap, export recap, export the recap,
      download the recap, mail the recap, mail recap, email the recap, email recap, mail the report,
      email the report
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'last recap',
  },
  {
    name: 'recapNow',
    words: said(
      `
      recap now, post recap, post the recap, post recap now, post the recap now, publish recap,
      publish the recap, send recap, send the recap, send out the recap, share recap, share the recap,
      post the report, post report, send the report, post the weekly report, send the weekly report
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'recap now',
  },
  {
    name: 'correctRecap',
    words: said(
      `
      correct recap, correct the recap, correct last recap, correct the last recap, correct report,
      correct the report, correct the weekly report, recap correction, correction, fix the recap, fix recap,
      change the posted recap, edit the posted recap, edit posted recap, the recap is wrong, recap is wrong
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'correct recap',
  },
  {
    name: 'audience',
    words: said(
      `
      audience, the audience, recap audience, the recap audience, show audience, change audience,
      change the audience, edit audience, who gets the recap, who gets the report, who receives the recap,
      who reads the recap, where does the recap go, recap channels, channels, further channels,
      recap to, send the recap to
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'audience',
  },
  {
    name: 'deliveries',
    words: said(
      `
      deliveries, delivery, show deliveries, show the deliveries, who got it, who got the recap,
      who got the card, who got the cards, who got their card, who got what, was it delivered,
      was it sent, was everything delivered, did it arrive, did everything arrive, did everybody get it,
      did everyone get it, did everybody get their card, what was sent, who was reached, who was not reached,
      who did not get it, who didnt get it, who answered, who has answered, who has not answered,
      who hasnt answered, who did not answer, who didnt answer, who has not answered yet,
      who hasnt answered yet, who is missing, whos missing,
      who didnt answer yet, who did not answer yet, who still has not answered, who still hasnt answered,
      who has yet to answer, who has not replied, who hasnt replied, who has not replied yet,
      who hasnt replied yet, who did not reply, who didnt reply, who has not responded, who hasnt responded,
      who has not responded yet, who hasnt responded yet, who did not respond, who didnt respond,
      who has not updated, who hasnt updated, who replied, who has replied, who responded, who has responded,
      who owes an update, who owes me an update, who still owes an update, who still owes me an update,
      who still owes us an update, who is late with their update, whos late with their update,
      who is late with their answer, who is late answering, who is silent, which answers are missing,
      what answers are missing, who are we missing, who are we waiting for, whos still missing,
      who is still missing, remind everyone, remind everybody, remind them, remind them all, remind all,
      remind the team, remind people, remind the others, remind the late ones, remind the rest,
      remind everyone now, remind everyone again, nudge, nudge everyone, nudge everybody, nudge them,
      nudge people, nudge the team, nudge the late ones, nudge the others, nudge the rest, chase,
      chase everyone, chase them, chase people, chase the late ones, chase the missing answers,
      chase the missing updates, chase up, send a reminder, send reminder, send reminders, send the reminders,
      send out reminders, send reminders now, send a reminder now, send another reminder,
      send a reminder to everyone, remind who has not answered, remind those who have not answered,
      remind those who havent answered, remind everyone who has not answered,
      remind everyone who hasnt answered,
      when will you remind them, when will they be reminded, when are they reminded, when do you remind them
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'deliveries',
  },
  {
    name: 'pause',
    words: said(
      `
      pause, pause now, pause it, pause the project, pause this project, pause project, pause asking,
      pause the asks, pause the week, stop asking
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'pause',
  },
  {
    name: 'resume',
    words: said(
      `
      resume, unpause, resume now, resume it, resume the project, resume this project, resume project,
      resume asking, resume the asks, start asking again, un-pause
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'resume',
  },
  {
    name: 'stopReminders',
    words: said(
      `
      stop reminders, stop the reminders, stop my reminders, no reminders, no more reminders, reminders off,
      turn off reminders, turn reminders off, turn off my reminders, stop reminding me, stop reminding,
      do not remind me, dont remind me, never remind me, mute, mute reminders, mute me, unsubscribe,
      pause reminders, pause the reminders, pause my reminders
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'stop reminders',
  },
  {
    name: 'startReminders',
    words: said(
      `
      start reminders, start the reminders, start my reminders, reminders on, turn on reminders,
      turn reminders on, turn on my reminders, remind me again, start reminding me, unmute,
      unmute reminders, unmute me, resume reminders, resume the reminders, resume my reminders
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'start reminders',
  },
  {
    name: 'alerts',
    words: said(`
      alerts, alert, raise, raised, raises, show alerts, show the alerts, show me the alerts, my alerts,
      the alerts, any alerts, what is raised, whats raised, what would you raise, what would be raised,
      what do you raise, escalation, escalations, escalate, escalated, show escalations, digest, the digest,
      show digest, show the digest, trouble, troubles, any trouble, in trouble, what is in trouble,
      whats in trouble, where is the trouble, what needs me, what needs my help, who needs help,
      what needs help
    `),
    takes: 'nothing',
    changes: false,
    example: 'alerts',
  },
  {
    name: 'alertSettings',
    words: said(`
      alert settings, alerts settings, settings of alerts, change alerts, change the alerts, edit alerts,
      set alerts, set up alerts, setup alerts, configure alerts, when to raise, when to raise things,
      raise when, when do you raise things, raise settings, raising, limits, the limits, alert limits,
      change limits, change the limits, set limits, set the limits, alerts off, alerts on, turn off alerts,
      turn alerts off, turn on alerts, turn alerts on, stop alerts, stop the alerts, start alerts, no alerts,
      no more alerts, mute alerts, escalation settings, digest settings, digest off, turn off the digest,
      stop the digest, stop raising
    `),
    takes: 'nothing',
    changes: false,
    example: 'alert settings',
  },
  {
    name: 'pin',
    words: said(
      `
      pin, pin it, pin this, pin that, pin source, pin the source, pin the source of truth, pin sources,
      pin here, pin it here, pin the page, pin tab, pin the tab, pin tabs, pin the tabs, pin the issue log,
      pin again, pin the tabs again, add the tabs, put up the tabs, repair the tabs
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'pin',
  },
  {
    name: 'unpin',
    words: said(`
      unpin, unpin it, unpin this, unpin that, unpin source, unpin the source, unpin the source of truth,
      unpin tab, unpin the tab, unpin tabs, unpin the tabs, unpin the issue log, unpin all, unpin everything,
      remove the tabs, take the tabs off, take off the tabs, take down the tabs
    `),
    takes: 'nothing',
    changes: true,
    example: 'unpin',
  },
  {
    name: 'export',
    words: said(
      `
      export, export all, export everything, export it, export issues, export the issues,
      export the issue log, export actions, export the actions, export action items, export records,
      export project, export the project, export to excel, export as excel, export excel, export csv,
      export to csv, export as csv, export issues to excel, export issues to csv, export actions to excel,
      export to a workbook, download, download issues, download actions,
      excel, csv, workbook, spreadsheet, as excel, send me an excel, send me the issue log,
      send the issue log, send me the issues, send me an excel of the issues
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'export',
  },
  {
    name: 'import',
    words: said(
      `
      import, import issues, import actions, import action items, import csv, import excel,
      import from csv, import from excel, import a file, import records, import a workbook, upload
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'import',
  },
  {
    name: 'away',
    words: said(
      `
      away, i am away, im away, i will be away, ill be away, going away, ooo, i am ooo, im ooo, out of office,
      out of the office, i am out of office, im out of office, on holiday, i am on holiday, im on holiday,
      on vacation, i am on vacation, im on vacation, on leave, i am on leave, im on leave, set away, set me away,
      sick, i am sick, im sick, i am sick today, im sick today, off sick, i am off sick, im off sick,
      pto, on pto, i am on pto, im on pto, i am not in, im not in, i am off, im off
    `,
    ),
    takes: 'nothing',
    changes: false,
    example: 'away until 15 Dec @person',
  },
  {
    name: 'back',
    words: said(
      `
      back, i am back, im back, i am back again, im back again, back again, back now, i am back now,
      im back now, back to work, back at work, i am back at work, im back at work, back in the office,
      i am back in the office, im back in the office, back from vacation, back from holiday, back from leave,
      i am back from vacation, im back from vacation, i am here again, im here again, not away,
      i am not away, im not away, no longer away, i am no longer away, im no longer away, end away,
      cancel away, stop away
    `,
    ),
    takes: 'nothing',
    changes: true,
    example: 'back',
  },
] as const satisfies readonly Verb[]
