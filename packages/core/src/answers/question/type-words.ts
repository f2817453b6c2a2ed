import { fold } from "./words";

/** The words for each standard type, one and many, in English, German, French and Spanish. `*` marks words for many. */
const words: Record<string, string> = {
  invoice: "invoice invoices* bill bills* rechnung rechnungen* facture factures* factura facturas*",
  receipt: "receipt receipts* quittung quittungen* kassenbon recu recus* recibo recibos*",
  "purchase order":
    "purchase-order purchase-orders* order orders* bestellung bestellungen* bon-de-commande pedido pedidos*",
  quote:
    "quote quotes* quotation quotations* estimate estimates* offer offers* angebot angebote* devis presupuesto presupuestos*",
  contract:
    "contract contracts* agreement agreements* lease leases* tenancy vertrag vertrage* vertragen* mietvertrag mietvertrage* arbeitsvertrag arbeitsvertrage* dienstleistungsvertrag contrat contrats* bail baux* contrato contratos* contrato-de-arrendamiento contrato-de-alquiler contrato-de-trabajo contrat-de-location contrat-de-travail contrat-de-bail",
  amendment:
    "amendment amendments* addendum addenda* nachtrag nachtrage* avenant avenants* enmienda adenda",
  "non-disclosure agreement": "nda ndas* non-disclosure-agreement geheimhaltungsvereinbarung",
  letter: "letter letters* brief briefe* lettre lettres* courrier carta cartas*",
  email:
    "email emails* e-mail e-mails* mail mails* courriel courriels* correo correos* nachricht nachrichten*",
  memo: "memo memos* memorandum",
  "meeting minutes":
    "minutes* meeting meetings* protokoll protokolle* sitzung sitzungen* besprechung besprechungen* reunion reunions* proces-verbal acta actas* reunion reuniones*",
  "meeting transcript": "transcript transcripts* mitschrift transcription transcripcion",
  report: "report reports* bericht berichte* rapport rapports* informe informes*",
  "financial statement": "financial-statement financial-statements* jahresabschluss bilanz",
  "bank statement":
    "bank-statement bank-statements* kontoauszug kontoauszuge* releve-bancaire extracto-bancario",
  payslip: "payslip payslips* pay-slip gehaltsabrechnung fiche-de-paie nomina nominas*",
  policy: "policy policies* richtlinie richtlinien* reglement politica politicas*",
  manual: "manual manuals* handbuch handbucher* manuel guide",
  presentation: "presentation presentations* slides* prasentation folien* presentacion",
  spreadsheet: "spreadsheet spreadsheets* tabelle tabellen* tableur",
  certificate: "certificate certificates* zertifikat zertifikate* certificat certificado",
  "insurance policy":
    "insurance-policy insurance-policies* police versicherungspolice versicherungspolicen* poliza polizas*",
  "research paper": "paper papers* studie studien*",
  "project plan": "project-plan project-plans* projektplan",
  résumé: "resume resumes* cv cvs* lebenslauf lebenslaufe*",
  "job description": "job-description job-descriptions* stellenanzeige stellenanzeigen*",
  "tax form": "tax-form tax-return steuererklarung steuerbescheid",
};

/** Types that a word for another type may also mean. */
const also: Record<string, readonly string[]> = {
  "meeting minutes": ["meeting transcript"],
};

/** Words that narrow a type, with the words for the same in other languages. A title or the names of a document may hold them. */
const narrower: readonly (readonly string[])[] = [
  [
    "lease",
    "leases",
    "tenancy",
    "rental",
    "mietvertrag",
    "mietvertrage",
    "bail",
    "baux",
    "location",
    "arrendamiento",
    "alquiler",
  ],
  ["arbeitsvertrag", "arbeitsvertrage", "employment", "travail", "trabajo"],
  ["dienstleistungsvertrag", "services"],
];
const alsoNames = new Set(narrower.flat());

/** Returns the words that narrow a type in the same way, in any language. */
export function sameNames(word: string): readonly string[] {
  return narrower.find((group) => group.includes(word)) ?? [word];
}

export type TypeMention = {
  /** Empty for a word for documents of all types. */
  types: readonly string[];
  isMany: boolean;
  words: readonly string[];
  /** The words that may also stand in a title, such as lease. */
  names: readonly string[];
};

const anyDocument =
  "document documents* file files* dokument dokumente* datei dateien* fichier fichiers* documento documentos* archivo archivos*";

const known = Object.entries({ ...words, "": anyDocument }).flatMap(([type, all]) =>
  all.split(" ").map((each) => ({
    type,
    isMany: each.endsWith("*"),
    words: each.replace("*", "").split("-"),
  })),
);

/** Returns the document types that words of a question name. `own` are the types of the workspace. */
export function typesIn(asked: readonly string[], own: readonly string[] = []): TypeMention[] {
  const named = own.flatMap((type) => {
    const parts = fold(type).split(/[^\p{L}\p{N}]+/u);
    const many = parts.map((part, at) => (at === parts.length - 1 ? `${part}s` : part));
    return [
      { type, isMany: false, words: parts },
      { type, isMany: true, words: many },
    ];
  });
  const found = [...named, ...known]
    .map((each) => ({ ...each, at: findIn(asked, each.words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.words.length - a.words.length);
  const taken = new Set<number>();
  const mentions = found.flatMap(({ type, isMany, words, at }) => {
    if (words.some((_, offset) => taken.has(at + offset))) return [];
    for (const offset of words.keys()) taken.add(at + offset);
    const names = words.filter((word) => alsoNames.has(word));
    const types = type === "" ? [] : [type, ...(also[type] ?? [])];
    return [{ types, isMany, words, names, at }];
  });
  const sorted = mentions.sort((a, b) => a.at - b.at);
  const addition = sorted.find(
    ({ types, at, words }) => isAddition(types) && belongs.has(asked[at + words.length] ?? ""),
  );
  return sorted.map(({ at, ...mention }) =>
    addition && at > addition.at ? { ...mention, types: [] } : mention,
  );
}

/** "The amendments to the lease" are amendments; the lease only says to what. */
function isAddition(types: readonly string[]): boolean {
  return types.includes("amendment");
}
const belongs = new Set(
  "to of under zu zum zur des der vom von am a au aux du de del al".split(" "),
);

/** Returns where the words stand one after the other; -1 if they do not. */
export function findIn(all: readonly string[], wanted: readonly string[]): number {
  return all.findIndex((_, at) => wanted.every((word, offset) => all[at + offset] === word));
}
