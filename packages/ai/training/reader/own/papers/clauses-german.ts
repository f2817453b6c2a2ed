import type { Paper } from "../paper";

export const clausesGerman: Paper[] = [
  {
    title: "Haftung",
    language: "de",
    text: "(1) Der Anbieter haftet unbeschränkt [unbeschr:bei Vorsatz, grober Fahrlässigkeit und bei Verletzung des Lebens, des Körpers oder der Gesundheit].\n(2) Bei leicht fahrlässiger Verletzung einer wesentlichen Vertragspflicht ist die Haftung [wesentlich:auf den vertragstypischen, vorhersehbaren Schaden, höchstens jedoch {sumA} je Schadensfall], begrenzt; im Kalenderjahr haftet der Anbieter insgesamt höchstens mit [jahr:{sumB}].\n(3) [leicht:Im Übrigen ist die Haftung für leichte Fahrlässigkeit ausgeschlossen.]\n(4) Für den Verlust von Daten haftet der Anbieter nur in Höhe des Aufwands, der [daten:bei täglicher Sicherung durch den Kunden] zur Wiederherstellung entstanden wäre.\n(5) Schadensersatzansprüche verjähren [verj:in {n} Monaten ab Kenntnis]; [prodh:die Haftung nach dem Produkthaftungsgesetz bleibt unberührt]. (6) Fristen für Mängelansprüche regelt § 8.",
    questions: {
      unbeschr: [
        "Wann gibt es keine Obergrenze?",
        "In welchen Fällen haftet der Anbieter unbeschränkt?",
        "unlimited liability when?",
      ],
      wesentlich: [
        "Wie ist die Haftung bei Verletzung wesentlicher Pflichten begrenzt?",
        "Haftungsgrenze pro Schaden?",
        "liability cap per incident?",
      ],
      jahr: ["Wie hoch ist die Haftung pro Jahr?", "Jahreshöchstbetrag?"],
      leicht: [
        "Haftet der Anbieter sonst bei leichter Fahrlässigkeit?",
        "leichte Fahrlässigkeit im Übrigen?",
      ],
      daten: [
        "Welche Sicherung wird bei Datenverlust unterstellt?",
        "Wie oft muss der Kunde sichern?",
      ],
      verj: ["Wann verjähren Ansprüche auf Schadensersatz?", "Verjährung?", "limitation period?"],
      prodh: ["Was gilt für die Produkthaftung?"],
    },
    missing: [
      "Wie hoch ist die Haftung des Kunden?",
      "Wie lange kann man Mängel rügen?",
      "Wie ist der Anbieter versichert?",
      "Wie hoch war der Schaden?",
      "Welche Vertragsstrafe gilt bei Verzug?",
      "Wer haftet für Subunternehmer des Kunden?",
      "Wann muss ein Schaden gemeldet werden?",
      "What law applies?",
    ],
  },
  {
    title: "Kündigung",
    language: "de",
    text: "§ 9 Laufzeit, Kündigung. (1) Der Vertrag wird auf unbestimmte Zeit geschlossen und kann von jeder Partei [ordentlich:mit einer Frist von {n} Wochen zum Monatsende] gekündigt werden, erstmals jedoch [erstmals:zum {dateA}]. (2) Das Recht zur außerordentlichen Kündigung bleibt unberührt; ein wichtiger Grund liegt insbesondere vor, wenn [grund:der Kunde mit zwei Monatsbeträgen in Verzug ist] oder über das Vermögen einer Partei das Insolvenzverfahren eröffnet wird. (3) Die Kündigung bedarf der Textform; [mail:eine E-Mail genügt]. (4) Nach Vertragsende gibt der Anbieter die Daten [rueck:innerhalb von 30 Tagen in einem gängigen Format] heraus und löscht sie sodann. (5) Vorausbezahlte Entgelte werden [entgelt:zeitanteilig erstattet]. (6) Bei einer Preiserhöhung von mehr als [preis:{pct} %] kann der Kunde [sonder:innerhalb von sechs Wochen nach Mitteilung] kündigen.",
    questions: {
      ordentlich: [
        "Wie lang ist die Kündigungsfrist?",
        "Kündigungsfrist?",
        "How can the contract be terminated?",
      ],
      erstmals: ["Wann kann man frühestens kündigen?", "erstmalige Kündigung zum?"],
      grund: [
        "Wann darf der Anbieter bei Zahlungsverzug fristlos kündigen?",
        "Wie viel Rückstand reicht für eine fristlose Kündigung?",
      ],
      mail: [
        "Kann man per Mail kündigen?",
        "Is termination by e-mail allowed?",
        "Reicht eine elektronische Nachricht?",
      ],
      rueck: ["Wann bekommen wir unsere Daten zurück?", "Datenherausgabe?"],
      entgelt: [
        "Bekommen wir zu viel gezahltes Geld zurück?",
        "Was geschieht mit Vorauszahlungen?",
      ],
      preis: [
        "Ab welcher Erhöhung besteht ein Sonderkündigungsrecht?",
        "Sonderkündigung ab wie viel Prozent?",
      ],
      sonder: [
        "Wie lange hat der Kunde nach einer Preiserhöhung Zeit zu kündigen?",
        "Frist für die Sonderkündigung?",
      ],
    },
    missing: [
      "Wann wurde der Vertrag gekündigt?",
      "Um wie viel wurden die Preise erhöht?",
      "An welche Adresse ist die Kündigung zu richten?",
      "Wann endet die Befristung?",
      "Wie lange werden Rechnungen aufbewahrt?",
      "Was kostet die Herausgabe der Daten?",
      "Wie viel kostet der Vertrag im Monat?",
      "What early termination fee applies?",
    ],
  },
  {
    title: "Wettbewerbsverbot und Geheimhaltung",
    language: "de",
    text: "1. Der Geschäftsführer verpflichtet sich, für die Dauer von [dauer:{n} Monaten] nach Beendigung des Anstellungsvertrages in [gebiet:Bayern und Baden-Württemberg] weder selbständig noch unselbständig für ein Unternehmen tätig zu werden, das [sache:{productA} herstellt oder vertreibt]. 2. Die Gesellschaft zahlt hierfür eine Entschädigung in Höhe von [karenz:50 % der zuletzt bezogenen Vergütung], fällig [kfaellig:am Ende eines jeden Monats]; anderweitiger Erwerb wird [anrechnung:angerechnet, soweit die Summe 110 % übersteigt]. 3. Für jeden Fall der Zuwiderhandlung ist eine Vertragsstrafe von [strafe:{sumA}] verwirkt; bei einem Dauerverstoß [dauerv:gilt jeder angefangene Monat als eigener Verstoß]. 4. Die Gesellschaft kann [verzicht:bis zum Ende der Amtszeit schriftlich auf das Verbot verzichten]. 5. Die Pflicht zur Verschwiegenheit besteht [geheim:zeitlich unbegrenzt] fort.",
    questions: {
      dauer: [
        "Wie lange darf der Geschäftsführer nicht zur Konkurrenz?",
        "Dauer des Verbots?",
        "How long is the non-compete?",
      ],
      gebiet: ["Wo gilt das Wettbewerbsverbot?", "räumlicher Geltungsbereich?"],
      sache: ["Welche Tätigkeit ist verboten?", "Für welche Firmen darf nicht gearbeitet werden?"],
      karenz: [
        "Wie hoch ist die Karenzentschädigung?",
        "Entschädigung?",
        "compensation for the non-compete?",
      ],
      kfaellig: ["Wann wird die Entschädigung gezahlt?", "Fälligkeit der Entschädigung?"],
      anrechnung: ["Wird neues Einkommen abgezogen?", "Anrechnung?"],
      strafe: ["Was kostet ein Verstoß?", "Vertragsstrafe?", "penalty for a breach?"],
      dauerv: ["Was gilt bei einem andauernden Verstoß?"],
      verzicht: ["Kann die Firma auf das Verbot verzichten?", "Verzicht?"],
      geheim: ["Wie lange muss geschwiegen werden?", "Dauer der Verschwiegenheit?"],
    },
    missing: [
      "Wie hoch ist das Gehalt des Geschäftsführers?",
      "Wie viele Stunden arbeitet der Geschäftsführer?",
      "Wann endete die Amtszeit?",
      "Wie lange dürfen keine Mitarbeiter abgeworben werden?",
      "Wie viel Strafe zahlt die Gesellschaft?",
      "Wer wird Nachfolger?",
      "Wie lange ist die Kündigungsfrist?",
      "Which court is competent?",
    ],
  },
  {
    title: "Abtretung, Rechtswahl, Gerichtsstand",
    language: "de",
    text: "(1) Rechte und Pflichten aus diesem Vertrag können [abtr:nur mit vorheriger Zustimmung der anderen Partei in Textform] übertragen werden; [konz:{orgA} ist jedoch berechtigt, sie auf ein verbundenes Unternehmen zu übertragen]. [geld:Die Abtretung von Geldforderungen bleibt zulässig.] (2) Es gilt [recht:deutsches Recht] unter Ausschluss des UN-Kaufrechts. (3) Ausschließlicher Gerichtsstand ist [gericht:{cityA}]; {orgA} kann auch am Sitz von {orgB} in {cityB} klagen. Vor einer Klage ist ein Schlichtungsversuch bei [schlicht:der Industrie- und Handelskammer {cityC}] zu unternehmen, dessen Kosten [kosten:die Parteien je zur Hälfte] tragen. (4) Vertragssprache ist [sprache:Deutsch]; Übersetzungen dienen nur der Information. (5) Nebenabreden [neben:bestehen nicht]. (6) [aufr:Der Kunde kann nur mit unbestrittenen Forderungen aufrechnen.]",
    questions: {
      abtr: [
        "Darf der Vertrag übertragen werden?",
        "Wovon hängt eine Übertragung ab?",
        "Can the agreement be assigned?",
      ],
      konz: [
        "Kann {orgA} den Vertrag an eine Tochterfirma weitergeben?",
        "Übertragung im Konzern?",
      ],
      geld: [
        "Dürfen Forderungen an eine Bank abgetreten werden?",
        "Abtretung von Geldforderungen?",
      ],
      recht: ["Welches Recht gilt?", "anwendbares Recht?", "Which law governs?"],
      gericht: ["Wo ist der Gerichtsstand?", "Gerichtsstand?", "Where is the venue?"],
      schlicht: ["Wo muss zuerst geschlichtet werden?", "Schlichtungsstelle?"],
      kosten: ["Wer zahlt die Schlichtung?", "Kosten der Schlichtung?"],
      sprache: [
        "Welche Fassung ist maßgeblich?",
        "Vertragssprache?",
        "In which language is the contract?",
      ],
      neben: ["Gibt es mündliche Absprachen?", "Nebenabreden?"],
      aufr: ["Darf der Kunde aufrechnen?", "Aufrechnung?"],
    },
    missing: [
      "Welche Tochterfirmen hat {orgA}?",
      "Welche Sprache gilt vor Gericht?",
      "Wie lange darf die Schlichtung dauern?",
      "Wer ist Schlichter?",
      "Wann wurde geklagt?",
      "Welche Frist gilt für Zustimmungen?",
      "Wie hoch ist der Streitwert?",
      "Which arbitration rules apply?",
      "Wer hat für {orgB} unterschrieben?",
    ],
  },
];
