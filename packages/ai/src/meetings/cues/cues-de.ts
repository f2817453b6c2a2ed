import type { Cues } from "./cues";

const deeds1 =
  "schicke|sende|maile|schreibe|verfasse|entwerfe|bereite|prüfe|checke|kläre|klär|frage|frag|rufe|ruf|kontaktiere|spreche|rede|organisiere|vereinbare|buche|bestelle|kaufe|besorge|aktualisiere|lade|teile|verteile|leite|veröffentliche|lese|lies|überarbeite|korrigiere|behebe|beende|stelle|erstelle|mache|mach|baue|entwickle|teste|probiere|recherchiere|untersuche|analysiere|berechne|rechne|vergleiche|sammle|trage|ergänze|lösche|reiche|unterschreibe|zahle|bezahle|überweise|informiere|sage|sag|melde|gebe|berichte|arbeite|kümmere|kümmer|übernehme|übernehm|erledige|liefere|bringe|plane|übersetze|dokumentiere|bestätige|drucke|scanne|suche|schaue|schau|gucke|hole|lege|richte|setze|nehme|beauftrage|koordiniere|verschicke|versende";
const deedsInfinitive =
  "(?:zu|ab|an|auf|aus|ein|mit|nach|vor|vorbei|zurück|zusammen|weiter|hoch|rum|um|durch|be|ver|er|über)*(?:ge)?(?:schicken|senden|mailen|schreiben|fassen|entwerfen|bereiten|prüfen|checken|klären|fragen|rufen|kontaktieren|sprechen|reden|organisieren|einbaren|buchen|stellen|kaufen|sorgen|aktualisieren|laden|teilen|leiten|öffentlichen|lesen|arbeiten|korrigieren|heben|machen|bauen|entwickeln|testen|probieren|recherchieren|suchen|analysieren|rechnen|gleichen|sammeln|tragen|gänzen|löschen|reichen|unterschreiben|zahlen|weisen|informieren|sagen|melden|geben|richten|kümmern|nehmen|ledigen|liefern|bringen|planen|schlagen|setzen|dokumentieren|stätigen|drucken|scannen|schauen|gucken|holen|legen|auftragen|koordinieren|anlassen)";
const some = "(?:\\s+[\\p{L}\\p{N}.-]+){0,8}?";
const few = "(?:\\s+[\\p{L}\\p{N}.-]+){0,3}?";
const deeds3 =
  "schickt|sendet|mailt|schreibt|verfasst|entwirft|bereitet|prüft|checkt|klärt|fragt|ruft|kontaktiert|spricht|redet|organisiert|vereinbart|bucht|bestellt|kauft|besorgt|aktualisiert|lädt|verteilt|leitet|überarbeitet|korrigiert|behebt|stellt|erstellt|macht|baut|entwickelt|testet|recherchiert|untersucht|analysiert|berechnet|vergleicht|sammelt|trägt|ergänzt|reicht|zahlt|überweist|informiert|meldet|gibt|berichtet|arbeitet|kümmert|übernimmt|erledigt|liefert|bringt|plant|übersetzt|dokumentiert|bestätigt|holt|beauftragt|koordiniert|verschickt|versendet";

/** The words of German meetings. */
export const german: Cues = {
  commits: new RegExp(
    `(?<!\\p{L})(?:ich\\s+werde${some}\\s+${deedsInfinitive}|ich(?:\\s+(?:dann|gleich|noch|mal|auch|das|es|die|den|dir|euch|ihnen|mich))*\\s+(?:${deeds1})|(?:${deeds1})\\s+ich|werde\\s+ich${some}\\s+${deedsInfinitive}|(?:das|den|die|es)\\s+(?:übernehme|mache|erledige|kläre|prüfe)\\s+ich|ich\\s+kümmere\\s+mich|(?:das|den|die)\\s+nehme\\s+ich\\s+mit|das\\s+liegt\\s+bei\\s+mir)(?!\\p{L})`,
    "iu",
  ),
  offers: new RegExp(
    `(?<!\\p{L})(?:ich\\s+(?:kann|könnte|muss|müsste|sollte|will|möchte|würde)|(?:kann|könnte|muss|müsste|sollte|will|möchte|würde)\\s+ich)${some}\\s+${deedsInfinitive}(?!\\p{L})`,
    "iu",
  ),
  requests: new RegExp(
    `(?<!\\p{L})(?:(?:kannst|könntest|würdest|magst|möchtest|musst|müsstest|sollst|solltest)\\s+du|du\\s+(?:musst|müsstest|sollst|solltest|kannst|könntest)|(?:können|könnten|würden|müssten|sollten)\\s+sie|(?:könnt|könntet|würdet|müsst)\\s+ihr|bitte|ich\\s+bitte\\s+(?:sie|dich|euch),?)${some}\\s+${deedsInfinitive}(?!\\p{L})|(?<!\\p{L})(?:schick|schicke|sende|prüf|prüfe|klär|kläre|frag|ruf|mach|stell|gib|sag|schau|bereite|schreib|kümmer|kümmere)\\s+(?:(?:da|dort|dann|mal|doch)\\s+){0,2}(?:mir|uns|bitte|dich|das|den|die|doch)(?!\\p{L})|(?<!\\p{L})(?:machst|schreibst|schickst|stellst|kümmerst|übernimmst|klärst|prüfst|rufst|fragst|bereitest|organisierst|bestellst|buchst|holst|bringst|besorgst|gibst|sagst|erledigst)\\s+du(?!\\p{L})`,
    "iu",
  ),
  told: /(?<!\p{L})(?:du|ihr|sie)\s+(?:arbeitest|arbeitet|arbeiten|machst|macht|machen|bereitest|bereitet|schreibst|schreibt|kümmerst|kümmert|übernimmst|übernehmt|übernehmen)(?!\p{L})/iu,
  wants:
    /(?<!\p{L})(?:bitte|danke|das wäre|wäre (?:gut|super|toll)|gerne|mach das|super|perfekt|sehr gut)(?!\p{L})/iu,
  accepts:
    /^(?:(?:und|also|na|ach|äh|ähm|ja|okay|ok|gut),?\s+)*(?:ja|jo|klar|gerne?|okay|ok|gut|natürlich|sicher|selbstverständlich|kein problem|mach(?:e)? ich|geht klar|alles klar|in ordnung|passt|kann ich|werde ich|übernehme ich|erledige ich)(?!\p{L})/iu,
  acceptsStrongly:
    /(?<!\p{L})(?:mache? ich|das mache? ich|kann ich (?:gerne )?machen|übernehme ich|erledige ich|kümmere ich mich|werde ich (?:machen|tun|erledigen)|geht klar|gerne,? (?:ich|das|mache))(?!\p{L})/iu,
  namedDoes: `(?:,?\\s+(?:wird|soll|sollte|muss|müsste|du (?:musst|sollst|solltest|wirst))${some}\\s+${deedsInfinitive}|${few}\\s+(?:${deeds3})|,?\\s+(?:ist|du\\s+bist|sie\\s+sind)(?:\\s+[\\p{L}]+){0,5}?\\s+(?:verantwortlich|zuständig))(?!\\p{L})`,
  taker:
    /(?<!\p{L})(?:[dD]as|[dD]en|[dD]ie|[eE]s)\s+(?:übernimmt|macht|erledigt|klärt|prüft|organisiert|besorgt)\s+(?:dann\s+)?((?:(?:Frau|Herr|Dr\.) )?\p{Lu}\p{Ll}+)(?!\p{L})/u,
  tasks: new RegExp(
    `(?<!\\p{L})(?:(?:aufgabe|to-?do|maßnahme)(?:\\s+(?:ist|für)|:)|(?:wir|jemand|man)\\s+(?:müssen|muss|müsste|müssten|sollten|sollte)${some}\\s+${deedsInfinitive}|(?:müssen|sollten|müssten)\\s+wir${some}\\s+${deedsInfinitive})(?!\\p{L})`,
    "iu",
  ),
  noTask:
    /(?<!\p{L})(?:ich (?:sage|sag|gebe|frage|frag) (?:mal|euch recht|ihnen recht|dir recht|mich)|(?:ich mache mir|mache ich mir)|ich teile (?:mal )?(?:meinen|den) bildschirm|gebe ich (?:dir|ihnen|euch) recht|sag(?:e)? ich|würde ich sagen|ich fange an|mal so|falls|wenn (?:du|wir|sie|ich|man|das|der|die)|zum beispiel|eigentlich immer|normalerweise|nie|nicht|kein(?:e|en|er)?(?! problem)|hätte|wäre|gestern|letzte woche|ich stelle (?:fest|mir)|ich nehme an|ich rechne (?:damit|mit)|gleich auf der nächsten folie|ich lese (?:mal )?vor|ich suche (?:gerade|mal)|ich schaue (?:gerade|mal kurz))(?!\p{L})/iu,
  decides:
    /(?<!\p{L})(?:(?:haben|hat)(?:\s+[\p{L}]+){0,6}?\s+(?:beschlossen|entschieden|vereinbart|festgelegt|geeinigt)|(?:ist|wird|wurde|sei|damit)(?:\s+\p{L}+){0,4}?\s+(?:beschlossen|entschieden|vereinbart|abgemacht|festgelegt|genehmigt|angenommen)|wir (?:beschließen|entscheiden|einigen|legen fest|halten fest)|abgemacht|beschlossen|einverstanden,? dann|dann (?:machen|nehmen|gehen|bleiben|verwenden|lassen|streichen|verschieben|behalten|starten|kaufen|wählen) wir|wir (?:machen|nehmen|bleiben|verwenden|lassen|streichen|verschieben|behalten|wählen|entscheiden)(?:\s+(?:uns|das|es|dann|also|jetzt))* (?:bei|so|also|die|den|das|für|mit|auf|es|weg)|die entscheidung (?:ist|lautet|steht)|das steht (?:damit )?fest|so machen wir (?:das|es)|antrag (?:ist )?angenommen)(?!\p{L})/iu,
  proposes:
    /(?<!\p{L})(?:ich (?:schlage vor|würde vorschlagen|empfehle|plädiere|bin dafür|wäre dafür|würde sagen)|schlage ich vor|mein vorschlag|(?:sollen|sollten|wollen|können|könnten) wir|wir (?:sollten|könnten)|wie wäre es|lasst uns|lassen sie uns|warum (?:nehmen|machen) wir nicht)(?!\p{L})/iu,
  agrees:
    /^(?:(?:und|also|na|ach|äh|ähm),?\s+)*(?:ja|jo|genau|einverstanden|stimme (?:zu|ich zu)|sehe ich (?:auch|genauso)|finde ich (?:auch )?gut|gute idee|klar|gut|okay|ok|passt|in ordnung|richtig|absolut|auf jeden fall|dafür|bin dabei|bin ich dabei|machen wir|super|perfekt|klingt gut|von mir aus|gerne)(?!\p{L})/iu,
  objects:
    /^(?:(?:und|also|na|ach|äh|ähm|ja|okay|naja),?\s+)*(?:nein|nee|ne|aber|moment|stopp|ich bin (?:dagegen|nicht sicher|mir nicht sicher)|dagegen|das sehe ich anders|ich sehe das anders|eher nicht|lieber nicht|ich glaube nicht|das geht nicht|das problem ist|nicht unbedingt)(?!\p{L})/iu,
  noDecision:
    /(?<!\p{L})(?:letzte[sn]? (?:mal|woche|sitzung|jahr)|noch nicht|nicht (?:entschieden|beschlossen|vereinbart)|müssen (?:wir )?(?:noch )?(?:\p{L}+ )?(?:entscheiden|klären)|bevor wir|wenn wir|falls|keine entscheidung|wer entscheidet|dann (?:machen|gehen) wir (?:mal )?(?:weiter|zum|jetzt weiter|eine pause|schluss))(?!\p{L})/iu,
  unknown:
    /(?<!\p{L})(?:weiß (?:ich|man|keiner)(?: \p{L}+)? nicht|ich weiß (?:es |das )?(?:auch |noch |leider )?nicht|keine ahnung|gute frage|müssen wir (?:noch )?(?:klären|prüfen|herausfinden|nachfragen|sehen)|muss ich (?:noch )?(?:nachsehen|nachfragen|klären|prüfen)|bin (?:ich )?(?:mir )?nicht sicher|schwer zu sagen|ist (?:\p{L}+ ){0,2}(?:offen|unklar)|kann ich (?:dir |ihnen |euch )?(?:\p{L}+ ){0,3}nicht sagen|kommen wir (?:später )?(?:darauf|drauf) zurück)(?!\p{L})/iu,
  openQuestion:
    /(?<!\p{L})(?:offene (?:frage|punkte?)|(?:die|eine|noch eine) (?:große |wichtige |andere )?frage ist|(?:wir wissen|es ist|ist) (?:noch |immer noch |aber )*(?:nicht|unklar|offen|nicht klar)(?: \p{L}+)?,? (?:ob|wie|wann|wer|was|welche[rns]?|wo|warum)|müssen (?:wir )?(?:noch )?(?:klären|herausfinden|entscheiden|prüfen),? (?:ob|wie|wann|wer|was|welche[rns]?|wo)|bleibt (?:noch )?(?:offen|unklar|zu klären))(?!\p{L})/iu,
  asks: /^(?:(?:und|also|aber|okay|äh|ähm|dann),?\s+)*(?:(?:ab|bis|seit|von|für|mit|bei|an|auf|über|zu)\s+)?(?:wer|was|wann|wo|warum|wieso|weshalb|wie|welche[rsnm]?|wessen|wem|wen|woher|wohin|haben|hat|habt|ist|sind|war|waren|kann|können|könnt|könnte|soll|sollen|sollte|wird|werden|müssen|muss|darf|gibt)(?!\p{L})/iu,
  movesOn:
    /(?<!\p{L})(?:nächste[rs]? (?:punkt|thema|tagesordnungspunkt|frage)|kommen wir (?:zu|zum|zur|nun)|weiter (?:mit|geht)|zum (?:nächsten|ersten|zweiten|dritten|letzten) (?:punkt|thema)|reden wir über|sprechen wir über|tagesordnung|agenda|fangen wir an|noch ein(?:en)? (?:punkt|thema)|zusammenfassend|zum schluss|verschiedenes)(?!\p{L})/iu,
  blocked:
    /(?<!\p{L})(?:blockiert|(?:kommen|komme|kommt) (?:\p{L}+ ){0,3}nicht weiter|hängt (?:\p{L}+ ){0,4}(?:an|fest)|stecken fest|warten (?:\p{L}+ ){0,3}auf|können (?:\p{L}+ ){0,5}nicht (?:\p{L}+ ){0,2}(?:weitermachen|starten|anfangen|entscheiden|beginnen)|sackgasse)(?!\p{L})/iu,
  followUp:
    /(?<!\p{L})(?:folgetermin|(?:treffen|sehen|sprechen) (?:wir )?uns (?:\p{L}+ ){0,4}(?:wieder|nächste|nochmal|noch mal|am)|nächste[rsn]? (?:termin|treffen|sitzung|meeting)|besprechen wir (?:\p{L}+ ){0,3}(?:nächste|später|wieder|am)|vertagen|wiedervorlage)(?!\p{L})/iu,
  afterwards:
    /(?<!\p{L})(?:nächste[snrm]? (?:mal|sitzung|woche|termin|treffen|besprechung)|bis dahin|bis (?:zum|zur) nächsten|aufgaben|maßnahmen|to-?dos?|nach (?:der|dieser) (?:sitzung|besprechung))(?!\p{L})/iu,
  informs:
    /(?<!\p{L})(?:nur zur info(?:rmation)?|kurzes? update|zur kenntnis|kurz informieren|nur ein(?:e)? (?:kurze )?(?:info|information|update)|(?:nichts|keine entscheidung) (?:zu entscheiden|nötig|erforderlich))(?!\p{L})/iu,
  postponed:
    /(?<!\p{L})(?:keine (?:entscheidung|einigung)|(?:nichts|nicht) (?:entschieden|beschlossen|geeinigt)|vertag(?:en|t)|verschieben (?:wir )?(?:das|die entscheidung|es)|lassen (?:wir )?(?:das|es) (?:\p{L}+ )?offen|keine zeit mehr|ohne ergebnis)(?!\p{L})/iu,
  tones: {
    pleased:
      /(?<!\p{L})(?:freu(?:e|t|en)|begeistert|zufrieden|glücklich|super gelaufen|hervorragend|ausgezeichnet|großartig|toll(?:e[rsn]?)? (?:arbeit|ergebnis|gemacht)|sehr gut gelaufen|stolz)(?!\p{L})/iu,
    confident:
      /(?<!\p{L})(?:zuversichtlich|optimistisch|überzeugt|bin (?:ich )?(?:mir )?(?:ganz |sehr )?sicher|kein zweifel|schaffen wir (?:auf jeden fall|locker|sicher)|im (?:zeit)?plan)(?!\p{L})/iu,
    worried:
      /(?<!\p{L})(?:sorgen?|besorgt|bedenken|befürcht\p{L}*|angst|riskant|risiko|risiken|nervös|bauchschmerzen|(?:sehr|zu|ziemlich) (?:knapp|eng)|schaffen (?:wir )?(?:\p{L}+ ){0,3}nicht|zweifel\p{L}*)(?!\p{L})/iu,
    annoyed:
      /(?<!\p{L})(?:ärger\p{L}*|geärgert|verärgert|frustrier\p{L}*|genervt|nervt|inakzeptabel|unmöglich, dass|enttäusch\p{L}*|wütend|sauer|katastrophe|zeitverschwendung|schon wieder (?:\p{L}+ ){0,3}(?:kaputt|zu spät|nicht))(?!\p{L})/iu,
  },
  negation: /(?<!\p{L})(?:nicht|keine?[nrms]?|nie|ohne|kaum|nichts)(?!\p{L})[^,.;]{0,25}$/iu,
};
