import { age, counted } from './common'

/* The words of what is one's own over all projects. */

export const TITLE = 'Meine Aufgaben'
export const HEAD = 'Was auf Sie wartet'
export const NOTHING = {
  title: 'Nichts wartet auf Sie',
  text: 'Hier stehen Ihre offenen Aufgaben und Probleme aus allen Projekten, das Dringendste zuerst.',
}
export const NO_PROJECT = {
  title: 'Sie sind noch in keinem Projekt',
  text: 'Sobald Plumbline Ihnen im Kanal eines Projekts begegnet, steht hier, was für Sie offen ist.',
}
export const FAILED = {
  title: 'Ihre Aufgaben sind nicht erreichbar',
  text: 'Nichts ist verloren. Bitte gleich nochmals versuchen.',
}

export const CARDS = 'Karten, die auf Ihre Antwort warten'
export const CARD_LINK = 'Meine Karte öffnen'
export const LIST = 'Ihre offenen Aufgaben und Probleme'

/** How many there are, over how many projects. */
export function sum(owed: number, projects: number): string {
  return `${owed} offen, in ${counted(projects, 'Projekt', 'Projekten')}`
}

export function unreachable(count: number): string {
  return `${counted(count, 'Projekt ist', 'Projekte sind')} gerade nicht erreichbar. Was dort für Sie offen ist, fehlt hier.`
}

/** `week`: "Woche 47". */
export function cardWaits(week: string, project: string, items: number): string {
  return `${project}, ${week}: ${counted(items, 'Aufgabe wartet', 'Aufgaben warten')} auf Ihre Antwort`
}

export function issueStands(severity: string, days: number): string {
  return `${severity}, ${age(days)}`
}

export function late(days: number): string {
  return `${days} T überfällig`
}

export function blocked(late: string | null): string {
  return late === null ? 'Blockiert' : `Blockiert, ${late}`
}

export function due(date: string): string {
  return `fällig ${date}`
}

export const NO_DATE = 'Kein Datum'
export const ISSUE = 'Problem'

export function waits(name: string): string {
  return `${name} wartet`
}
