import { allLocales } from "@faker-js/faker";
import { words } from "../../src/understanding/names/words";
import { randomNumbers } from "../random-numbers";
import type { NamedKind, NamedSentence, NameSpan } from "./named-sentence";
import type { NameLanguage } from "./sources";

const ROUNDS = 24;

// Written for this project: encyclopaedias and news hold few signatures, parties, addressees and tables.
const english = [
  "This Agreement is made between {org} and {org} .",
  '{org} ( the " Supplier " ) shall deliver the goods to {org} ( the " Customer " ) .',
  "WHEREAS , {org} is engaged in the business of logistics ;",
  "Dear {title} {last} ,",
  "Dear {first} ,",
  "Hi {first} , thanks for the update .",
  "Kind regards , {person}",
  "Yours sincerely , {person} , Managing Director , {org}",
  "From : {person} To : {person} Subject : Quarterly figures",
  "Bill To : {org} , {place}",
  "Invoice from {org} for consulting services",
  "Attendees : {person} , {person} and {person}",
  "{person} will send the revised plan to {person} by Friday .",
  "{first} agreed and asked {first} to check the budget .",
  "Prepared by {person} for {org}",
  "The meeting was held in {place} on Monday .",
  "Our offices are in {place} and {place} .",
  "{org} , a company registered in {place} , employs 120 people .",
  "Shares of {org} fell after the announcement in {place} .",
  "{person} , who joined {org} in 2019 , leads the team in {place} .",
  "Account holder : {person}",
  "Name : {person} Nationality : Dutch Place of birth : {place}",
  "Plaintiff {person} brings this action against {org} .",
  "By : {person} Title : Chief Executive Officer",
  "The tenant , {person} , rents the flat in {place} from {org} .",
  "Ship to : {org} , Warehouse 2 , {place}",
  "Employer : {org} Employee : {person}",
  "{title} {last} visited {place} with colleagues from {org} .",
  "Assigned to : {person} Reported by : {person}",
  "{person} : I think we should move on to the next point .",
  "Payment Terms : Net 30 Days . Due Date : 3 May 2024",
  "Total Amount Due Including Tax : EUR 400.00",
  "Section 4 . Term and Termination . The Supplier may terminate this Agreement on Notice .",
  "Confidential Information means all Information that the Disclosing Party gives to the Receiving Party .",
  "Purchase Order Number Date Description Quantity Unit Price",
  "Terms and Conditions apply . Please see the General Conditions of Sale .",
  "Project Manager : Okay , so let us start with the Agenda .",
  "Gross Pay Income Tax National Insurance Net Pay",
  "Executive Summary Key Findings Recommendations Next Steps",
  "The Board of Directors approved the Annual Report on Tuesday .",
  "Balance Sheet Total Assets Total Liabilities Shareholders' Equity",
  "Software Engineer Senior Developer Project Lead Skills : Python , Java , SQL",
  "Effective Date : January 1 , 2023 Governing Law : {place}",
  "{first} {last} , {place} , {place}",
  "{person} | {org} | {place}",
  "{org} , 12 Station Road , {place}",
  "{org} | {place} | 2,400.00",
  "Customer Order Date Region Sales Representative",
  "{org} 14 March 2024 {place} {person}",
  "Re : Lease of Unit 4 between {org} and {person}",
  "Signed for and on behalf of {org} by {person}",
  "cc : {person} , {person}",
  "{org} reported a profit , said {person} , its finance director .",
  "{org} shares rose while {org} fell , traders in {place} said .",
  "{person} of {org} told reporters in {place} that talks with {org} had failed .",
  "Our client {org} instructed {org} to act against {org} .",
  "{person} has worked for {org} since May .",
  "Experience : {org} , {place} , 2015 - 2019",
  "Education : {org} , Bachelor of Science",
  "Please contact {person} in Human Resources or the Legal Department .",
  "The Managing Director and the Board of {org} thank the Shareholders .",
  "Table of Contents Introduction Methods Results Discussion References",
  "Annual Leave Policy Code of Conduct Data Protection Notice",
  "Bank Details Account Name Sort Code Reference",
  "Item Description Unit Price Amount Sub Total Grand Total Balance Due",
  "Monday Meeting : Action Items , Next Steps , Open Questions",
];

const german = [
  "Sehr geehrter Herr {last} ,",
  "Sehr geehrte Frau Dr. {last} ,",
  "Mit freundlichen Grüßen {person}",
  "Rechnung an {org} , Hauptstraße 5 , {place}",
  "zwischen der {org} ( nachfolgend Auftraggeber ) und der {org} ( nachfolgend Auftragnehmer )",
  "Die {org} mit Sitz in {place} beschäftigt 120 Mitarbeiter .",
  "Der Geschäftsführer {person} unterschrieb den Vertrag in {place} .",
  "{person} , Vorstand der {org} , sprach in {place} über die Quartalszahlen .",
  "Teilnehmer : {person} , {person} und {person}",
  "Herr {last} berichtet über den Stand des Projekts .",
  "Ansprechpartner : {person} , Telefon 030 1234567",
  "Die Aktie der {org} verlor , nachdem {org} den Auftrag in {place} gewann .",
  "{org} | {place} | 2.400,00",
  "Mieter : {person} Vermieter : {org}",
  "Das Treffen fand am Montag in {place} statt .",
  "Die Lieferung erfolgt innerhalb von vier Wochen nach Eingang der Bestellung .",
  "Allgemeine Geschäftsbedingungen Datenschutz Impressum Widerrufsbelehrung",
  "Pos. Bezeichnung Menge Einzelpreis Gesamtpreis Mehrwertsteuer",
  "Rechnungsnummer Rechnungsdatum Kundennummer Zahlungsziel Fälligkeit",
  "Der Auftragnehmer haftet nur für Vorsatz und grobe Fahrlässigkeit .",
  "Sehr geehrte Damen und Herren , anbei erhalten Sie das Angebot .",
  "Protokoll der Sitzung Tagesordnung Beschlüsse Nächste Schritte",
  "Geschäftsjahr Umsatz Ergebnis Eigenkapital Verbindlichkeiten Rückstellungen",
  "Die Gesellschafter beschließen die Verwendung des Gewinns .",
  "Arbeitsvertrag zwischen {org} und {person} , geboren in {place}",
];

const french = [
  "Monsieur {last} ,",
  "Madame {first} {last} a signé le contrat à {place} .",
  "Veuillez agréer , Madame , Monsieur , nos salutations distinguées . {person}",
  "Facture à {org} , 12 rue de la Gare , {place}",
  "entre la société {org} ( ci-après le Fournisseur ) et {org} ( ci-après le Client )",
  "La société {org} , dont le siège est à {place} , emploie 120 personnes .",
  "{person} , directeur de {org} , a parlé aux journalistes à {place} .",
  "Présents : {person} , {person} et {person}",
  "M. {last} présente le budget au Conseil .",
  "L' action de {org} a baissé après l' annonce faite à {place} par {org} .",
  "{org} | {place} | 2 400,00",
  "Locataire : {person} Bailleur : {org}",
  "La réunion a eu lieu lundi à {place} .",
  "Le prestataire s' engage à livrer dans un délai de quatre semaines .",
  "Conditions Générales de Vente Mentions Légales Protection des Données",
  "Désignation Quantité Prix Unitaire Montant Total TVA",
  "Numéro de Facture Date d' Échéance Numéro Client Mode de Paiement",
  "Les Parties conviennent de ce qui suit . Le Client paie le Prix au Fournisseur .",
  "Compte rendu de la réunion Ordre du jour Décisions Prochaines étapes",
  "Chiffre d' affaires Résultat Capitaux propres Dettes Provisions",
  "Elle travaille pour {org} depuis mars . Nous avons rencontré {person} .",
  "Contrat de travail entre {org} et {person} , né à {place}",
];

const templatesOf = { en: english, de: german, fr: french };
const title = {
  fr: ["M.", "Mme", "Me"],
  en: "Mr. Ms. Mrs. Dr. Prof. Mr Ms".split(" "),
  de: ["Herr", "Frau", "Dr."],
};
const places = {
  fr: "Paris|Lyon|Marseille|Saint-Denis|Aix-en-Provence|Bruxelles|Genève|Québec|Belgique|Suisse|Bretagne|Nantes|Le Havre|Boulogne-sur-Mer|Lille|Montréal|Casablanca|Allemagne|Pologne|Normandie|La Rochelle|Strasbourg|Metz|Namur".split(
    "|",
  ),
  en: "London|Zurich|New York|Rotterdam|São Paulo|Lagos|Germany|Kenya|Osaka|Delaware|Netherlands|Bristol|San Diego|Vienna|Ontario|Leeds|Mumbai|Singapore|California|Lyon|Warsaw|Cape Town|Texas|Dublin|Hamburg|Milton Keynes|Fort Worth|Kuala Lumpur|New Zealand|South Africa|Wyoming|Galway|Gothenburg".split(
    "|",
  ),
  de: "Berlin|München|Köln|Bad Homburg|Frankfurt am Main|Wien|Zürich|Österreich|Polen|Bayern|Nordrhein-Westfalen|Graz|Kassel|Neuss|Freiburg|Rotterdam|Mailand|Indien|Garching|Halle|Lübeck|Basel|Ludwigshafen|Straßburg".split(
    "|",
  ),
};
const stems =
  "Northwind|Oak|Helvetia|Blue Harbour|Alder|Acme|Contoso|Fabrikam|Lumen|Greenfield|Red Kite|Delta|Orion|Summit|Nordlys|Riverside|Kestrel|Vertex|BrightPath|Sakura|Meridian|Stone & Wells|Solvang|Terranova|Quintas|Halden|Pelikan|Mistral|Corvia|Zenita|Lindqvist|Baumer|Osprey|Tallis|Ferro|Arvento".split(
    "|",
  );
const endings = {
  fr: "SA|SARL|SAS|SNC|Groupe|Banque|Assurances|& Fils|Industries|Énergie|Conseil|Logistique|Fondation||||".split(
    "|",
  ),
  en: "Inc.|Ltd|LLP|plc|Corp.|LLC|Group|Holdings|Partners|Consulting|University|Bank|Insurance|Hospital|Foundation|Council|Foods|Logistics|Technologies|Paper Company|& Sons|Trading Co. , Ltd.|, Inc.|Institute of Technology|Energy|School||||".split(
    "|",
  ),
  de: "GmbH|AG|GmbH & Co. KG|SE|KG|Bank|Versicherung|Stiftung|Verlag|Werke|Logistik|Holding|Gruppe|Energie|Klinik|e.V.||||".split(
    "|",
  ),
};

/** Returns every template with several fillings. A fixed sequence chooses them, so that training can be repeated exactly. */
export function businessSentences(language: NameLanguage): NamedSentence[] {
  const random = randomNumbers(5);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const locales = [
    allLocales.en,
    allLocales.de,
    allLocales.fr,
    allLocales.es,
    allLocales.it,
    allLocales.pl,
    allLocales.en_IN,
  ];
  const first = locales.flatMap(({ person }) => strings(person?.first_name)).filter(isPlain);
  const last = locales.flatMap(({ person }) => strings(person?.last_name)).filter(isPlain);
  const fill: Record<string, () => { text: string; kind?: NamedKind }> = {
    org: () => ({ text: `${pick(stems)} ${pick(endings[language])}`.trim(), kind: "organisation" }),
    place: () => ({ text: pick(places[language]), kind: "place" }),
    person: () => ({
      text: random() < 0.15 ? `${pick(first)[0]}. ${pick(last)}` : `${pick(first)} ${pick(last)}`,
      kind: "person",
    }),
    first: () => ({ text: pick(first), kind: "person" }),
    last: () => ({ text: pick(last), kind: "person" }),
    title: () => ({ text: pick(title[language]) }),
  };
  return Array.from({ length: ROUNDS }, (_, round) =>
    templatesOf[language].map((template, index) => filled(template, fill, `own ${round} ${index}`)),
  ).flat();
}

function filled(
  template: string,
  fill: Record<string, () => { text: string; kind?: NamedKind }>,
  document: string,
): NamedSentence {
  let text = "";
  const spans: { kind: NamedKind; start: number; end: number }[] = [];
  for (const part of template.split(/(\{\w+\})/)) {
    const { text: own, kind } = fill[part.slice(1, -1)]?.() ?? { text: part };
    if (kind) spans.push({ kind, start: text.length, end: text.length + own.length });
    text += own;
  }
  const split = words(text);
  const names = spans.flatMap(({ kind, start, end }): NameSpan[] => {
    const from = split.findIndex((word) => word.start >= start);
    const to = split.findLastIndex((word) => word.end <= end) + 1;
    return from >= 0 && to > from ? [{ kind, from, to }] : [];
  });
  return { words: split, names, document };
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

function isPlain(name: string): boolean {
  return /^\p{Lu}[\p{L}'-]+$/u.test(name);
}
