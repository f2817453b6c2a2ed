/**
 * The small words of ten languages, by what they say of a text: who speaks to whom, and if it rules, promises, tells or commands. The words are
 * folded as `foldWords` does. `frequent` finds the language.
 */
export type StyleWords = Record<(typeof styles)[number] | "frequent", string>;

export const styles = [
  "I",
  "you",
  "we",
  "others",
  "must",
  "may",
  "will",
  "was",
  "says",
  "commands",
] as const;

export const styleWords: Record<string, StyleWords> = {
  en: {
    frequent:
      "the of and to in is for that on with as by are be this it from or at an which not have",
    I: "i me my mine myself",
    you: "you your yours yourself yourselves",
    we: "we us our ours ourselves",
    others: "he she they him her his their them hers theirs who",
    must: "must shall required require requires mandatory prohibited obliged",
    may: "may can could should would might recommended optional",
    will: "will plan planned proposed intend next upcoming future expected",
    was: "was were had been did went came became took made got found began held",
    says: "said says told added stated announced reported explained asked wrote claimed warned confirmed spokesman spokeswoman according",
    commands:
      "add adjust apply allow assemble attach avoid bring build buy call cancel carry change check choose clean clear click close complete configure confirm connect contact copy create delete deploy disconnect discover do download drag drain ensure enter enjoy execute explore fill find fit follow get give go hold import insert install join keep learn leave let lift load log look lower make mark mount move navigate note open order place plug pour prepare press print provide pull push put read refer register release remove repeat replace report reset restart return review rinse rotate run save scan scroll see select send set sign slide specify start stop store submit switch take tap tell test tighten tick touch try turn type unplug update upload use verify view visit wait wash watch write",
  },
  de: {
    frequent:
      "der die das und in den von zu mit ist des im fur auf dem nicht eine ein als auch werden bei wird oder",
    I: "ich mich mir mein meine meiner meinen meinem",
    you: "sie ihr ihre ihren ihrem ihrer ihnen du dich dir dein deine euch euer eure",
    we: "wir uns unser unsere unserer unseren unserem",
    others: "er seine seiner seinen seinem ihm ihn deren dessen",
    must: "muss mussen verpflichtet verpflichten erforderlich untersagt verboten hat haben zwingend darf durfen",
    may: "kann konnen sollte sollten soll sollen konnte konnten empfohlen wurde wurden",
    will: "wird werden geplant vorgesehen kunftig nachste nachsten soll voraussichtlich",
    was: "war waren hatte hatten wurde wurden worden ging kam fand nahm",
    says: "sagte sagt erklarte berichtete teilte laut zufolge betonte kritisierte sprecher sprecherin mitteilte warnte bestatigte",
    commands:
      "achten beachten bitte bringen drehen drucken entfernen entnehmen fullen geben gehen halten heben klicken kontrollieren lassen legen lesen losen machen melden montieren nehmen offnen prufen reinigen rufen schalten schliessen schrauben setzen speichern starten stecken stellen tragen uberprufen verbinden vermeiden verwenden wahlen warten waschen wechseln wiederholen ziehen entdecken entdecke bestelle bestellen sichern sichere erleben erlebe besuchen besuche jetzt probiere probieren starte drucke klicke wahle offne gib setze nimm nutze nutzen melde",
  },
  fr: {
    frequent:
      "le la les de des du et un une est en que pour dans par sur au aux avec qui pas ce sont plus",
    I: "je j me mon ma mes moi",
    you: "vous votre vos tu ton ta tes toi te",
    we: "nous notre nos",
    others: "il elle ils elles lui leur leurs son sa ses",
    must: "doit doivent devez obligatoire interdit interdite interdits tenu tenus requis exige",
    may: "peut peuvent pouvez pourra pourrait devrait devraient recommande facultatif",
    will: "sera seront prevu prevue prevus prevoit prochaine prochain prochaines prevision",
    was: "etait etaient avait avaient fut furent ete a eu",
    says: "dit declare explique affirme annonce selon indique ajoute precise souligne rapporte confie assure",
    commands:
      "ajoutez appuyez appelez assurez attendez branchez choisissez cliquez commandez completez connectez contactez creez debranchez decouvrez demandez demarrez deposez enlevez entrez envoyez essayez evitez faites fermez fixez glissez indiquez inserez installez inscrivez laissez lavez lisez lancez maintenez mettez montez nettoyez notez ouvrez placez posez prenez profitez rejoignez remplacez remplissez repetez reservez respectez retirez retournez rincez saisissez selectionnez serrez signez suivez telechargez tirez tournez utilisez venez verifiez versez vissez visitez",
  },
  es: {
    frequent: "de la que el en y los del se las por un para con una su al es lo como mas o no",
    I: "yo me mi mis mio conmigo",
    you: "usted ustedes tu tus te ti vuestro vuestra le os",
    we: "nosotros nos nuestro nuestra nuestros nuestras",
    others: "el ella ellos ellas su sus",
    must: "debe deben debera deberan obligatorio obligatoria prohibido prohibida obligado exige requiere",
    may: "puede pueden podra podran podria deberia deberian recomienda opcional",
    will: "sera seran prevista previsto previstos proximo proxima proximos futuro",
    was: "fue fueron era eran habia habian estaba tuvo hizo",
    says: "dijo afirmo explico segun anuncio senalo indico aseguro declaro anadio informo",
    commands:
      "abra abre apague apriete asegurese agregue anada busque cambie cierre complete compra compruebe conecta conecte consulte coloque copie cree deje descargue descarga descubra descubre desconecte desenchufe disfruta disfrute elija elige encienda entre envie escriba espere evite firme gire guarde haga inicie inserte instale introduzca lave lea limpie llama llame llene mantenga marque mueva no oprima pida ponga prepare presione prueba pruebe pulse quite registrate rellene repita reserva reserve retire revise seleccione siga solicite toque unete use utilice verifique visite visita",
  },
  it: {
    frequent: "di e il la che in un per del della e sono con a dei una non si da al le i delle nel",
    I: "io mi mio mia miei mie me",
    you: "lei voi vi vostro vostra tu tuo tua tuoi ti",
    we: "noi ci nostro nostra nostri nostre",
    others: "egli ella loro suo sua suoi sue lui",
    must: "deve devono dovra dovranno obbligatorio obbligatoria vietato vietata tenuto obbligo",
    may: "puo possono potra potranno dovrebbe dovrebbero potrebbe consigliato facoltativo",
    will: "sara saranno previsto prevista previsti prossimo prossima prossimi",
    was: "era erano fu furono aveva avevano stato stata stati",
    says: "ha detto dichiarato spiegato secondo affermato annunciato aggiunto sottolineato riferito",
    commands:
      "accendere agitare aggiungere allegare aprire apri assicurarsi attendere avviare avvitare chiama chiamare chiudere clicca cliccare collegare compila compilare consultare controllare copiare creare evitare fare firmare fissare girare iscriviti indicare inserire inserisci installare invia inviare lasciare lavare leggere mantenere mettere montare non ordina ordinare posizionare premere premi prenota prenotare prendere prova pulire regolare ripetere rimuovere risciacquare ruotare salvare scarica scaricare scegli scegliere scollegare scopri seguire seleziona selezionare smontare spegnere spostare stringere svitare tenere togliere tirare utilizzare vai verificare versare vieni visita visitare",
  },
  nl: {
    frequent:
      "de van het een en in is op te dat voor met zijn aan die niet door als om bij er ook of",
    I: "ik mij mijn me",
    you: "u uw je jij jouw jullie",
    we: "wij we ons onze",
    others: "hij zij ze hun hem haar",
    must: "moet moeten dient dienen verplicht verboden vereist mag mogen",
    may: "kan kunnen zou zouden kunt aanbevolen optioneel",
    will: "zal zullen gepland volgende komende wordt worden",
    was: "was waren had hadden werd werden geweest ging kwam",
    says: "zei zegt aldus volgens meldde verklaarde vertelde liet woordvoerder bevestigde",
    commands:
      "bekijk bel beantwoord bestel bevestig bewaar bezoek breng controleer dien doe download draai druk ga gebruik geef haal herhaal hou houd installeer kies klik kom koop laat lees leg let maak meld monteer neem ontdek open plaats probeer reinig reserveer schakel schrijf schroef selecteer sluit start stel steek stop stuur tik til trek vermijd vervang verwijder vraag voeg vul wacht was zet zoek zorg",
  },
  pt: {
    frequent:
      "de a o que e do da em um para com nao uma os no se na por mais as dos como mas foi ao",
    I: "eu me meu minha meus minhas mim",
    you: "voce voces seu sua tu teu tua te vossa lhe",
    we: "nos nosso nossa nossos nossas",
    others: "ele ela eles elas dele dela deles",
    must: "deve devem devera deverao obrigatorio obrigatoria proibido proibida obrigado exige",
    may: "pode podem podera poderao poderia deveria recomendado opcional",
    will: "sera serao previsto prevista previstos proximo proxima proximos",
    was: "foi foram era eram tinha estava havia teve",
    says: "disse afirmou explicou segundo anunciou acrescentou informou declarou destacou",
    commands:
      "abra adicione aguarde aperte aproveite assine baixe certifique clique coloque compre complete conecte confirme consulte contacte copie crie deixe desconecte descubra desligue digite encha encomende entre envie escolha escreva espere evite experimente faca feche gire guarde indique inicie inscreva insira instale introduza lave leia ligue limpe mantenha marque monte mova nao participe peca pegue preencha prepare pressione prima procure puxe reserve repita retire rode salve selecione siga substitua toque use utilize venha verifique visite volte",
  },
  pl: {
    frequent: "w i na z do nie sie jest o od przez dla oraz po za ze to jak lub przy pod co ktory",
    I: "ja mnie mi moj moja moje moich",
    you: "ty ci cie twoj twoja twoje panstwo panstwa pan pani pana wy wasz wasze",
    we: "my nas nam nasz nasza nasze naszych",
    others: "on ona oni one jego jej ich jemu",
    must: "musi musza nalezy powinien powinna powinny obowiazany zobowiazany zabrania zakazane wymagane",
    may: "moze moga mozna mozesz zaleca zalecane",
    will: "bedzie beda zostanie zostana planowane planowany nastepny kolejny",
    was: "byl byla bylo byli byly zostal zostala zostaly mial",
    says: "powiedzial powiedziala poinformowal poinformowala wedlug dodal dodala oswiadczyl podkreslil rzecznik zdaniem",
    commands:
      "dodaj dokrec dowiedz kliknij kup kupuj nacisnij napelnij naciskaj odkryj odlacz odkrec odczekaj otworz pobierz podaj podlacz poczekaj polacz postepuj powtorz przeczytaj przejdz przekrec przenies przygotuj przykrec przytrzymaj sprawdz sprobuj sprzataj upewnij umiesc uruchom ustaw usun uzyj wez wejdz wlacz wloz wprowadz wybierz wyciagnij wyczysc wyjmij wylacz wypelnij wyslij zadzwon zamknij zamow zapisz zarejestruj zarezerwuj zdejmij zobacz zostaw",
  },
  sv: {
    frequent:
      "och i att det som en pa ar av for med till den har de inte om ett fran eller var vid kan",
    I: "jag mig min mitt mina",
    you: "du dig din ditt dina ni er era",
    we: "vi oss var vart vara",
    others: "han hon hans hennes deras dem",
    must: "maste ska skall skyldig kravs forbjudet far",
    may: "kan bor skulle kunde rekommenderas",
    will: "ska kommer planeras nasta kommande planerad",
    was: "var hade blev fick gick kom varit",
    says: "sade sager sa enligt uppger berattar meddelar forklarar uppgav",
    commands:
      "anslut ange anvand bestall besok boka byt dra fyll fortsatt folj forvara ga gor hall hamta hoj ha installera klicka kontrollera kop koppla las lat lamna lagg logga lyft lossa ladda montera oppna prova ring rengor satt se skicka skriv skruva sla spara starta stall stang stoppa ta tank torka tryck tvatta undvik upptack upprepa valj vanta vrid",
  },
  da: {
    frequent: "og i at det er en til pa af for med som den har de der ikke et om fra eller kan ved",
    I: "jeg mig min mit mine",
    you: "du dig din dit dine i jer jeres",
    we: "vi os vores",
    others: "han hun hans hendes deres dem",
    must: "skal ma forpligtet kraeves forbudt pligt",
    may: "kan bor kunne ville anbefales",
    will: "vil planlagt naeste kommende bliver",
    was: "var havde blev fik gik kom vaeret",
    says: "sagde siger ifolge oplyser fortaeller forklarer meddeler udtaler",
    commands:
      "abn angiv anbring behold bestil besog brug book drej fjern fortsaet fyld folg ga gem gor hold hent indsaet indtast installer klik kontroller kob lad laeg laes lofte log luk loft monter oplev oplys placer prov ring rengor saet se send skriv skru skyl sluk slut sorg start stil stop tag taend tilslut traek tryk undga udfyld vaelg vask vent",
  },
};
