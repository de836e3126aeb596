import { folded, MARK_CLASS } from './hearing'

/*
 * What Germans say, as the English sentence that means the same: one grammar reads both. A rule fits a whole sentence,
 * in small letters; what it catches comes over as it was written, because titles, reasons and names are nobody's to
 * translate.
 */

const ID = String.raw`([ai]\s?-?\s?\d{1,7})`
const ENTRY = String.raw`(s\s?-?\s?\d{1,7})`
const NAME = String.raw`([@\p{L}${MARK_CLASS}][^,;:?!]{0,60})`
/** As few letters as will do: something follows. */
const NAME_FIRST = NAME.replace('{0,60}', '{0,60}?')
const SHOW = String.raw`(?:(?:zeige?|gib|nenne?|liste)(?: (?:mir|uns))?(?: (?:mal|bitte))? )?`
const ALL = String.raw`(?:(?:alle|die|unsere|der|welche) )*`
const THERE = String.raw`(?: (?:gibt es|sind|haben wir)(?: (?:noch|gerade))?)?(?: (?:noch )?offen)?`
const ITEMS = String.raw`(?:aufgaben|to-?dos|punkte)`
const ISSUES = String.raw`(?:probleme?n?|fehler|tickets|störungen)`
const OPEN = String.raw`(?:offenen? )?`
const GONE = String.raw`(?:im urlaub|in urlaub|abwesend|weg|krank|nicht da|nicht im büro|außer haus)`

type Rule = readonly [german: RegExp, english: string]

function rule(german: string, english: string): Rule {
  return [new RegExp(`^(?:${german})$`, 'du'), english]
}

/** One rule for each way to say it. */
function either(english: string, ...germans: readonly string[]): readonly Rule[] {
  return germans.map((german) => rule(german, english))
}

const TALK: readonly Rule[] = [
  ...either(
    'help',
    `(?:guten (?:morgen|tag|abend)|hallo|moin|servus)(?: zusammen| alle| ihr)?`,
    `was (?:kannst du|kann ich)(?: alles)?(?: (?:tun|sagen|schreiben|fragen))?|wie (?:funktioniert|geht) das|wer bist du|befehle`,
  ),
  ...either(
    'thanks',
    `(?:vielen |danke |besten )?dank(?: dir| euch)?|danke (?:dir|euch|schön|sehr)|dankeschön|alles klar|passt|prima|super|perfekt|tschüss|ciao`,
  ),
  ...either(
    'my card',
    `später|nicht jetzt|(?:erinnere? mich|frage? mich)(?: (?:später|morgen|nochmal|nochmals))+`,
  ),
]

const LISTS: readonly Rule[] = [
  ...either(
    'mine',
    `${SHOW}(?:alle )?meine ${OPEN}${ITEMS}`,
    'meine(?: liste)?|was ist meins',
    String.raw`was (?:muss|soll|kann) ich(?: (?:noch|als nächstes|jetzt|heute))* (?:tun|machen|erledigen)`,
    String.raw`was habe ich(?: noch)? (?:zu tun|offen|zu erledigen)`,
    'was ist(?: für mich)? als nächstes dran',
  ),
  ...either('actions', `${SHOW}${ALL}${OPEN}${ITEMS}${THERE}`, `was ist(?: noch)? offen`),
  ...either(
    'overdue',
    `${SHOW}${ALL}(?:überfälligen?|verspäteten?|späten)(?: ${ITEMS})?`,
    'überfäll?ig|verspätet',
    `(?:was|wer) ist(?: alles)? (?:überfällig|zu spät|verspätet|im verzug)`,
  ),
  ...either(
    'blocked items',
    `${SHOW}${ALL}blockierten? ${ITEMS}`,
    `blockiert|(?:was|wer) ist(?: alles)? blockiert|(?:was|wo) (?:hängt|klemmt)(?: es)?`,
  ),
  rule(
    `(?:${SHOW}${ALL}${ITEMS}|was ist) fällig diese woche|(?:was ist )?diese woche fällig`,
    'due this week',
  ),
  rule(`was ist nächste woche fällig|(?:nächste woche fällig|fällig nächste woche)`, 'due next week'),
  rule(`(?:was ist )?(?:fällig )?heute(?: fällig)?|was ist heute zu tun`, 'due today'),
  rule(`(?:was ist )?(?:bis )?(morgen|.{3,30}) fällig`, 'due by $1'),
  rule(`fällig bis (.{3,30})`, 'due by $1'),
  rule(`${SHOW}${ALL}${OPEN}${ITEMS} (?:von|für) ${NAME}`, 'actions of $1'),
  rule(
    `was (?:macht|hat|muss) (?!sich )${NAME_FIRST}(?: (?:noch|gerade|zu tun|offen|tun|machen|erledigen))*`,
    'actions of $1',
  ),
  rule(`${SHOW}(?:alle )?([\\p{L}-]{2,40})s ${OPEN}${ITEMS}`, 'actions of $1'),
  rule(`${SHOW}(?:alle )?meine ${OPEN}${ISSUES}`, 'my issues'),
  rule(`${SHOW}${ALL}${OPEN}(blockierend|kosmetisch)e?n? ${ISSUES}`, 'issues $1'),
  rule(`${SHOW}${ALL}(?:neuen?|nicht eingestuften?|uneingestuften?) ${ISSUES}`, 'new issues'),
  rule(
    `${SHOW}${ALL}${OPEN}${ISSUES} (?:ohne (?:zuständigen?|besitzer|verantwortlichen?)|die niemand behebt)`,
    'issues without owner',
  ),
  rule(`${SHOW}${ALL}${OPEN}${ISSUES} (?:von|für) ${NAME}`, 'issues of $1'),
  rule(`${SHOW}${ALL}${OPEN}(?:problem|fehler)?liste|${SHOW}${ALL}${OPEN}${ISSUES}${THERE}`, 'issues'),
  rule(`(?:suche|finde)(?: mir)?(?: (?:nach|${ISSUES}))*(?: (?:mit|zu|zum|über))? (.{2,100})`, 'search $1'),
]

const WEEK: readonly Rule[] = [
  ...either(
    'status',
    `(?:wie ist |was ist )?(?:der |unser )?(?:aktuelle )?(?:projekt)?(?:stand|status|lage)(?: der dinge| des projekts)?`,
    'wie (?:läuft|gehts|geht)(?: (?:es|das projekt))?(?: (?:gerade|so|voran))?|wie geht es voran',
    `wo stehen wir(?: gerade)?|sind wir (?:im plan|gut unterwegs|zu spät)|liegen wir im plan`,
    `was (?:ist|gibt es|gibts) neue?s?|was hat sich (?:geändert|getan)(?: .{0,30})?|was ist passiert`,
    `(?:ist|sind) (?:der |das |unser )?go-?live(?: noch)? (?:in gefahr|gefährdet|sicher|zu halten)`,
  ),
  ...either(
    'last recap',
    `${SHOW}(?:der |den )?(?:letzte|vorige|neueste)n?r? (?:wochen|status)?bericht`,
    `(?:der |den )?(?:wochen|status)?bericht (?:der |von |vom )?(?:letzte[nr]?|vorige[nr]?) (?:woche|freitag)`,
  ),
  rule(
    `${SHOW}(?:der |den )?(?:wochen|status)?bericht (?:von |der |aus |zu |für )?(?:kw|woche) ?(\\d{1,2})`,
    'recap of week $1',
  ),
  ...either(
    'recap now',
    `(?:den )?(?:wochen|status)?bericht (?:jetzt )?(?:posten|senden|schicken|veröffentlichen|verschicken)`,
    `(?:poste|sende|schicke?|veröffentliche) (?:jetzt )?(?:den )?(?:wochen|status)?bericht(?: jetzt)?`,
  ),
  ...either(
    'correct recap',
    `(?:den )?(?:letzten )?(?:wochen|status)?bericht (?:korrigieren|berichtigen|ändern)`,
    `(?:korrigiere|berichtige|ändere) (?:den )?(?:letzten )?(?:wochen|status)?bericht`,
  ),
  ...either(
    'audience',
    `wer (?:bekommt|kriegt|erhält|liest) (?:den|alles den) (?:wochen|status)?bericht|empfänger`,
  ),
  ...either('recap', `${SHOW}(?:der |den |einen )?(?:(?:wochen|status)?bericht|entwurf)(?: zeigen)?`),
  ...either(
    'ask now',
    `(?:frage?|befrage) (?:jetzt )?(?:alle|das team|die leute)(?: jetzt)?(?: (?:ab|nach.{1,20}))?`,
    `jetzt (?:alle )?(?:fragen|abfragen)|(?:karten|wochenkarten) (?:senden|schicken|verschicken)`,
  ),
  ...either(
    'my card',
    `${SHOW}(?:meine )?(?:wochen)?karte|alles (?:im plan|unverändert|beim alten)|keine änderung(?:en)?`,
  ),
  ...either(
    'deliveries',
    `wer (?:hat|muss)(?: (?:noch|schon|bisher))*(?: nicht)?(?: (?:noch|schon))* (?:geantwortet|antworten)`,
    `wer (?:fehlt|schuldet)(?: (?:noch|mir|uns))*(?: eine antwort)?|zustellung(?:en)?`,
    `wer hat (?:die karte|den bericht|was) (?:bekommen|erhalten)`,
  ),
  ...either(
    'remind everyone',
    `erinnere?(?: bitte)? (?:alle|die (?:anderen|säumigen)|das team)(?: .{0,40})?`,
  ),
  ...either(
    'alerts',
    `warnungen|eskalationen|was brennt(?: an)?|wo brennts?(?: es)?|wo klemmts|was braucht mich`,
  ),
  ...either('pause', `(?:das )?(?:projekt )?pausieren|pausiere?(?: das)?(?: projekt)?|(?:projekt )?anhalten`),
  ...either(
    'resume',
    `(?:das )?(?:projekt )?(?:fortsetzen|weiterführen)|weiter(?: ?machen)?|setze (?:das )?projekt fort`,
  ),
  ...either(
    'stop reminders',
    `(?:keine|stopp|stoppe?)(?: die| meine)? erinnerungen(?: mehr)?|(?:meine )?erinnerungen (?:aus|abschalten|ausschalten|stoppen)`,
    `erinnere? mich (?:bitte )?nicht(?: mehr)?`,
  ),
  ...either(
    'start reminders',
    `(?:meine )?erinnerungen (?:an|anschalten|einschalten)|erinnere? mich (?:bitte )?wieder`,
  ),
]

const PROJECT: readonly Rule[] = [
  ...either(
    'setup',
    `(?:(?:das |ein |neues )*projekt )?(?:einrichten|anlegen)|einrichtung|(?:projekt)?einstellungen(?: ändern)?`,
    `(?:die )?(?:sprache|zeitzone|projektleitung|zeiten|arbeitspakete|teilprojekte)(?: ändern| wechseln)?`,
    `(?:den )?go-?live(?:-termin)? (?:ändern|verschieben)`,
  ),
  ...either(
    'source',
    `(?:das )?projektwissen|projektseite|${SHOW}(?:das )?projektwissen|wie läuft dieses projekt`,
    `wer (?:leitet|führt)(?: (?:dieses|das))? projekt|wer ist (?:der |die )?projektleit(?:er|erin|ung)`,
    `wann (?:ist (?:der )?go-?live|gehen wir live)`,
  ),
  ...either(
    'export',
    `(?:alles |probleme |aufgaben )?(?:exportieren|herunterladen)|exportiere.{0,30}|als (?:excel|csv)`,
  ),
  ...either('import', `(?:datei |liste |probleme |aufgaben )?(?:importieren|hochladen)`),
  ...either('pin', `(?:die )?(?:reiter |seiten |tabs )?(?:anheften|anpinnen)`),
  ...either(
    'unpin',
    `(?:die )?(?:reiter |seiten |tabs )?nicht mehr anheften|(?:die )?(?:reiter|seiten|tabs) (?:lösen|abnehmen)`,
  ),
  rule(`(?:projektwissen|eintrag) (?:ergänzen|hinzufügen|anlegen):? ([^]{2,2000})`, 'source add $1'),
  rule(`(?:projektwissen|eintrag) (?:ergänzen|hinzufügen|anlegen)`, 'source add'),
  ...either('anchor', `(?:projektwissen|projektseite) posten|poste (?:das )?projektwissen`),
  rule(`${ENTRY} (?:stimmt|gilt|passt)(?: noch)?|${ENTRY} bestätigen|bestätige ${ENTRY}`, 'verify $1$2$3'),
  rule(`(?:${ENTRY} ändern|ändere ${ENTRY})(?: auf| zu)?([^]{0,2000})`, 'change $1$2$3'),
  rule(`(?:das )?projekt löschen(.{0,200})|lösche (?:das )?projekt(.{0,200})`, 'delete project$1$2'),
  ...either('undo', `rückgängig(?: machen)?|mache? das rückgängig|nimm das zurück`),
  ...either(
    'back',
    `(?:ich bin )?(?:wieder|zurück)(?: (?:da|zurück|im büro|aus dem urlaub|im dienst))?|(?:ich )?bin (?:wieder )?(?:da|zurück)(?: aus dem urlaub)?`,
  ),
  rule(
    `(?:ich bin |bin |ich habe |habe )(.{3,60}?) (?:${GONE}|urlaub|frei)(?![\\p{L}])(.{0,60})`,
    'away $1$2',
  ),
  rule(`(?:ich bin |bin |ich habe )?(?:${GONE}|urlaub|frei)( .{2,100})`, 'away$1'),
  rule(`(?:ich bin |bin )?(?:${GONE})`, 'away'),
]

const STATES: readonly Rule[] = [
  rule(`(?:erledigt|fertig(?: mit)?|abgeschlossen|erledige):? ${ID}(.{0,300})`, 'done $1$2'),
  rule(
    `(?:ich habe |wir haben |habe )?${ID} (?:ist |wurde |jetzt |nun )*(?:erledigt|fertig|abgeschlossen|gemacht|geschafft)(?: gemeldet)?[.!]?`,
    'done $1',
  ),
  rule(
    `(?:ich habe |wir haben )?${ID} (?:ist |wurde |jetzt )*(?:behoben|gelöst|repariert|gefixt)[.!]?`,
    'retest $1',
  ),
  rule(`${ID} (?:ist )?(?:geschlossen|geprüft|schließen)|schließe?(?: bitte)? ${ID}(?: ab)?`, 'close $1$2'),
  rule(`(?:beginne?|starte?|arbeite)(?: ich)?(?: (?:mit|an))? ${ID}`, 'start $1'),
  rule(
    `(?:ich arbeite an |wir arbeiten an )?${ID} (?:ist |wurde )?(?:begonnen|gestartet|in arbeit|angefangen|beginnen|starten)`,
    'start $1',
  ),
  rule(`ich arbeite (?:gerade )?an ${ID}`, 'start $1'),
  rule(`(?:${ID} (?:ist )?blockiert|blockiere?n? ${ID})(?: von| durch) ${NAME}`, 'block $1$2 von $3'),
  rule(`${ID} ((?:wartet auf|braucht|benötigt) .{2,300})`, 'block $1 $2'),
  rule(`(?:${ID} (?:ist )?(?:blockiert|blockieren)|blockiere? ${ID})(.{0,300})`, 'block $1$2$3'),
  rule(`(?:verschiebe?n?|schiebe?) ${ID} (?:auf|bis|zum|nach)(?: den| zum)? (.{2,300})`, 'move $1 to $2'),
  rule(
    `${ID} (?:wird |ist |bitte )*(?:auf|bis|zum)(?: den| zum)? (.{2,60}?) (?:verschieben|verschoben|geschoben|fertig)`,
    'move $1 to $2',
  ),
  rule(`${ID} (?:verschieben|verschoben)(?: (?:auf|bis|zum))?(?: den| zum)? (.{2,300})`, 'move $1 to $2'),
  rule(`(?:gib|gebe?|übergib|übergebe?) ${ID} (?:an|zu) ${NAME}`, 'own $1 $2'),
  rule(`${ID} (?:geht |gehört |jetzt |nun )*(?:an|zu)? ?${NAME} (?:übergeben|geben|zuweisen)`, 'own $1 $2'),
  rule(`${ID} (?:geht|gehört)(?: (?:jetzt|nun))?(?: an)? ${NAME}`, 'own $1 $2'),
  rule(`(?:weise?|teile?) ${ID} ${NAME_FIRST} zu`, 'own $1 $2'),
  rule(`(?:ich )?(?:übernehme?|nehme) ${ID}`, 'take $1'),
  rule(`${ID} übernehmen`, 'take $1'),
  rule(
    `(?:benenne?) ${ID} (?:in|zu) (.{2,300}) um|${ID} umbenennen (?:in|zu) (.{2,300})`,
    'rename $1$3 to $2$4',
  ),
  rule(`(?:verschiebe?n? )?${ID} um .{3,30}?(?: verschieben)?`, 'move $1'),
  rule(`(?:storniere?|streiche?|lösche?|entferne?) ${ID}(.{0,300})`, 'cancel $1$2'),
  rule(`${ID} (?:stornieren|streichen|löschen|entfällt|absagen)(.{0,300})`, 'cancel $1$2'),
  rule(`(?:öffne?|eröffne?) ${ID} (?:wieder|erneut|neu)(.{0,300})`, 'reopen $1$2'),
  rule(`${ID} (?:wieder|erneut) (?:öffnen|eröffnen|offen|aufmachen)(.{0,300})`, 'reopen $1$2'),
  rule(
    `${SHOW}(?:den )?(?:verlauf|historie|geschichte) (?:von |zu )?${ID}|${ID} (?:verlauf|historie)`,
    'history $1$2',
  ),
  rule(
    `(?:zeige?(?: mir)?(?: bitte)?|öffne?|was ist(?: mit)?|wie steht es um|details zu) ${ID}|${ID} (?:anzeigen|zeigen|öffnen)`,
    '$1$2',
  ),
  rule(`wer (?:hat|macht|bearbeitet) ${ID}`, '$1'),
  rule(`(?:mache? )?${ID} rückgängig(?: machen)?|(?:mache? )?rückgängig:? ${ID}`, 'undo $1$2'),
  rule(`(?:kommentiere?|kommentar(?: zu)?|notiz zu|anmerkung zu) ${ID}([^]{1,2000})`, 'comment $1$2'),
  rule(`(?:stufe?) ${ID} (?:als )?(.{3,40}) ein|${ID} (?:als )?(.{3,40}) einstufen`, 'triage $1$3 $2$4'),
  rule(`${ID} ist (?:eine?n? )?(.{2,60})`, '$1 is $2'),
]

const NEW: readonly Rule[] = [
  rule(
    `(?:lege?|erstelle?|erfasse?|notiere?|füge?)(?: bitte)?(?: (?:eine|neue))* aufgabe (?:für|an) ${NAME_FIRST}(?: (?:an|hinzu))?: ?([^]{2,2000})`,
    'action: $1: $2',
  ),
  rule(
    `(?:lege?|erstelle?|erfasse?|notiere?|füge?)(?: bitte)?(?: (?:eine|neue))* aufgabe(?: (?:an|hinzu))?:? ([^]{2,2000})`,
    'action: $1',
  ),
  rule(`(?:eine )?(?:neue )?aufgabe(?::| )\\s*([^]{2,2000})`, 'action: $1'),
  rule(`(?:neue )?aufgabe|aufgabe (?:anlegen|erstellen)`, 'action'),
  rule(
    `(?:melde?|erfasse?|lege?)(?: bitte)?(?: (?:ein|einen|eine|neues|neuen))* (?:problem|fehler|störung)(?: an)?:? ([^]{2,2000})`,
    'issue: $1',
  ),
  rule(`(?:neues problem|neuer fehler|neue störung|fehler:|problem:|störung:)\\s*([^]{2,2000})`, 'issue: $1'),
  rule(`(?:neues )?problem|problem melden|fehler melden|neuer fehler`, 'issue'),
]

const RULES: readonly Rule[] = [...TALK, ...LISTS, ...WEEK, ...PROJECT, ...STATES, ...NEW]

const POLITE =
  /^(?:(?:hallo|hi|hey|guten morgen|guten tag|moin|bitte|kannst du|könntest du|würdest du|kann man|können wir|mir|mal|ich möchte|ich will|ich würde gerne?)(?![\p{L}\p{N}-])[ ,:!.]*)+/u
const POLITE_END = /(?:[ ,]+(?:bitte|danke|mal))*[ .!?]*$/

/** What one is asked by way of the project's page. */
const ASKS =
  /^(?:wo (?:ist|sind|finde|finden|steht|stehen|liegt|liegen|kann|können)|wer (?:genehmigt|entscheidet|verantwortet|unterschreibt|gibt .{1,40} frei|ist (?:zuständig|verantwortlich|der|die|unser|unsere))|wie (?:melde|beantrage|eskaliere|ändere|bekomme|komme|kann ich|können wir)|was ist (?:im|nicht im) umfang)(?![\p{L}\p{N}])/u

/** Whether a German asks where something is, or who or how: a question to the project's page, in their own words. */
export function isGermanQuestion(text: string): boolean {
  return text.length <= 240 && !text.includes('\n') && ASKS.test(folded(text).trim())
}

/** More than anybody writes of one thing; what is longer is read as it stands. */
const LONGEST = 2_400

/**
 * The English sentence for a German one; undefined where no rule has it. A question stays one, so that "A-12 fertig?"
 * changes nothing, unless it only asks politely.
 */
export function inEnglish(text: string): string | undefined {
  const start = POLITE.exec(folded(text.slice(0, 120)))?.[0].length ?? 0
  const rest = text.slice(start).trimEnd()
  if (rest.length > LONGEST) return undefined
  const said = rest.slice(0, rest.length - (POLITE_END.exec(folded(rest.slice(-40)))?.[0].length ?? 0))
  const asWritten = meant(text.trim()) ?? meant(rest)
  if (asWritten !== undefined) return asWritten
  const bare = meant(said) ?? meant(said.replace(TO_SEE, ''))
  return bare !== undefined && start === 0 && rest.endsWith('?') ? `${bare}?` : bare
}

/** "… zeigen": what is seen says enough. */
const TO_SEE = / (?:zeigen|anzeigen|auflisten|nennen|sehen)$/i

function meant(said: string): string | undefined {
  const small = folded(said)
  for (const [german, english] of RULES) {
    const found = german.exec(small)
    if (found) return filled(english, found, said)
  }
  return undefined
}

/** The English sentence with what was caught, in the letters in which it was written. */
function filled(english: string, found: RegExpExecArray, said: string): string {
  return english.replace(/\$(\d)/g, (_, number: string) => {
    const place = found.indices?.[Number(number)]
    return place ? said.slice(...place) : ''
  })
}
