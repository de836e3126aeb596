/**
 * What people say in German, by the verb that it says. The cards show the English words; whoever writes German is
 * understood as well.
 */
export const GERMAN = {
  help: `
    guten morgen, guten tag, guten abend, servus, hallo zusammen, guten morgen zusammen, moin zusammen,
    was kannst du, was kannst du alles, was kann ich tun, wie funktioniert das, wie geht das, wer bist du,
    befehle
  `,
  thanks: `
    vielen dank, danke dir, danke schön, dankeschön, danke sehr, danke euch, alles klar, passt, prima, super,
    perfekt, tschüss, ciao, entschuldigung
  `,
  setup: `
    einrichten, einrichtung, einstellungen, projekt einrichten, neues projekt, projekt anlegen, sprache,
    sprache ändern, einstellungen ändern, go live verschieben, projekt umbenennen
  `,
  source: `
    projektwissen, wer ist die projektleitung, wer ist der projektleiter, wer ist die projektleiterin,
    wer leitet das projekt, wann ist go live, wann ist der go live, wann gehen wir live, go live termin,
    wann kommt der bericht, wann fragst du, wann erinnerst du, wie lange noch bis go live,
    wie viele tage bis go live
  `,
  mine: `
    meine, meine liste, was muss ich tun, was soll ich tun, was habe ich zu tun, was muss ich machen,
    was steht bei mir an, was ist bei mir offen, was brauchst du von mir, was muss ich diese woche tun,
    wer wartet auf mich
  `,
  overdue: `
    überfällig, überfälliges, überfällige, überfälligen, alle überfälligen, alles überfällige, verspätet,
    was ist überfällig, was ist zu spät, was ist verspätet, was ist spät dran, wer ist überfällig,
    wer ist zu spät, ist etwas überfällig
  `,
  blockedItems: `
    was ist blockiert, wer ist blockiert, was hängt, wo hängt es, ist etwas blockiert
  `,
  askNow: `
    jetzt fragen, alle fragen, frag alle, frage alle, frag das team, karten senden, karten verschicken
  `,
  card: `
    meine karte, karte, wochenkarte, meine wochenkarte, meine woche, keine änderung, keine änderungen,
    keine neuigkeiten, nichts neues, alles im plan, alles erledigt, alles unverändert, später,
    später erinnern, nicht jetzt, erinnere mich später, erinnere mich morgen, frag mich später,
    frag mich morgen
  `,
  status: `
    stand, der stand,
    wie ist der stand, wie ist der status, projektstatus, projektstand, aktueller stand, wie stehen wir,
    wie stehen wir da, wo stehen wir, wie läuft es, wie läufts, wie läuft das projekt, wie geht es voran,
    sind wir im plan, sind wir pünktlich, schaffen wir den go live, ist der go live gefährdet, risiken,
    welche risiken gibt es, was hat sich geändert, was ist neu, was gibt es neues, gibt es neues,
    gibt es neuigkeiten, neuigkeiten, was ist passiert, was war diese woche, vergleich mit letzter woche
  `,
  recap: `
    wochenbericht, bericht, der bericht, den bericht, entwurf, den entwurf, den wochenbericht, statusbericht,
    zusammenfassung, bericht schreiben
  `,
  lastRecap: `
    letzter bericht, letzter wochenbericht, der letzte bericht, den letzten bericht,
    der letzte wochenbericht, den letzten wochenbericht, bericht letzte woche, bericht von letzter woche,
    bericht der letzten woche, wochenbericht letzte woche, letzte woche, was war letzte woche
  `,
  recapNow: `
    wochenbericht jetzt, bericht jetzt, bericht senden, wochenbericht senden, den bericht senden,
    bericht posten, wochenbericht posten, bericht veröffentlichen
  `,
  correctRecap: `
    bericht korrigieren, wochenbericht korrigieren
  `,
  audience: `
    wer bekommt den bericht, wer bekommt den wochenbericht
  `,
  deliveries: `
    wer hat geantwortet, wer hat nicht geantwortet, wer hat noch nicht geantwortet, wer hat noch nicht,
    wer fehlt, wer fehlt noch, welche antworten fehlen, alle erinnern, erinnere alle, erinnere bitte alle,
    erinner alle, erinnere das team, erinnerung senden, erinnerungen senden, erinnerung schicken,
    erinnerungen schicken, ist alles angekommen, wer hat die karte bekommen
  `,
  pause: `
    projekt pausieren, pausieren, pausiere das projekt, projekt anhalten
  `,
  resume: `
    fortsetzen, projekt fortsetzen, weitermachen, pause beenden
  `,
  stopReminders: `
    keine erinnerungen, keine erinnerungen mehr, erinnerungen aus, erinnerungen ausschalten,
    erinnerungen abschalten, erinnere mich nicht mehr, nicht mehr erinnern
  `,
  startReminders: `
    erinnerungen an, erinnerungen ein, erinnerungen einschalten, erinnere mich wieder
  `,
  pin: `
    anpinnen, anheften
  `,
  export: `
    exportieren, export nach excel, alles exportieren, als excel, herunterladen
  `,
  import: `
    importieren
  `,
  away: `
    urlaub, im urlaub, ich bin im urlaub, bin im urlaub, ich habe urlaub, abwesend, ich bin abwesend,
    ich bin weg, ich bin nicht da, krank, ich bin krank, bin krank, krankgeschrieben
  `,
  back: `
    zurück, ich bin zurück, bin zurück, wieder da, ich bin wieder da, bin wieder da, nicht mehr abwesend
  `,
  show: `
    zeige, zeig, zeigen, zeig mir, zeige mir, was ist mit, wie steht es um, wem gehört, wer hat, öffne
  `,
  history: `
    verlauf, verlauf von, geschichte von
  `,
  undo: `
    rückgängig, rückgängig machen, zurücknehmen, mach das rückgängig, nimm das zurück
  `,
  done: `
    fertig, erledigt, abgeschlossen, gemacht, habe erledigt, ich habe erledigt, fertig mit
  `,
  start: `
    in arbeit, angefangen, begonnen, arbeite an, ich arbeite an
  `,
  block: `
    blockiert, blockiere, hängt
  `,
  move: `
    verschiebe, verschieb, verschoben, fällig, neuer termin für, neuer termin, verschieben,
    termin verschieben, verlängern
  `,
  own: `
    zuweisen, zuständig, gib, zuständig für, geben, übergeben
  `,
  take: `
    übernehme, ich übernehme, übernehmen, ich nehme, nehme
  `,
  cancel: `
    abbrechen, storniere, stornieren, lösche, löschen, nicht mehr nötig, entfällt
  `,
  reopen: `
    wieder öffnen, öffne wieder, wieder offen
  `,
  retest: `
    behoben, gelöst, bereit zum test, bereit für retest
  `,
  close: `
    schließe, schließen, schliesse, schliessen, geschlossen, geprüft
  `,
  duplicate: `
    duplikat, duplikat von, doppelt
  `,
  comment: `
    kommentar, kommentar zu, kommentiere
  `,
  rename: `
    umbenennen
  `,
} as const
