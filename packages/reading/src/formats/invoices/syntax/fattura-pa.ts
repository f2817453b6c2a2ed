import type { XmlElement } from "../../../xml/xml";
import {
  italianDocument,
  italianKind,
  italianLiability,
  italianMeans,
  italianNature,
  italianTerms,
} from "../codes/italian-codes";
import { dated, entry, figure, remaining, sumOf } from "../model/entries";
import type { Field, FieldReader } from "../model/field-reader";
import type { Adjustment, Entry, Figure, Invoice, TaxRow } from "../model/invoice";
import { bankAccount } from "./bank-account";
import { fatturaLines } from "./fattura-pa-lines";
import { fatturaParty } from "./fattura-pa-party";

const general = "DatiGenerali/DatiGeneraliDocumento";

/** The invoices of a FatturaPA file, the simplified kind too: each body is one, and all share the header. */
export function fatturaPaInvoices(reader: FieldReader, root: XmlElement): Invoice[] {
  const [header] = reader.find(root, "FatturaElettronicaHeader");
  const bodies = reader.find(root, "FatturaElettronicaBody");
  return bodies.map((body, index) => {
    const invoice = invoiceOf(reader, header, body);
    const shared = header && index === 0 ? [header] : [];
    return { ...invoice, others: [body, ...shared].flatMap((part) => remaining(reader, part)) };
  });
}

function invoiceOf(reader: FieldReader, header: XmlElement | undefined, body: XmlElement): Invoice {
  const at = (name: string) => reader.field(body, `${general}/${name}`);
  const code = at("TipoDocumento")?.text ?? "";
  const isCredit = code === "TD04" || code === "TD08";
  const prefix = isCredit ? "credit note" : "invoice";
  const number = at("Numero");
  const currency = at("Divisa");
  const details = reader.find(body, "DatiPagamento/DettaglioPagamento");
  const [due] = details.flatMap((each) => dueDate(reader, each) ?? []);
  return {
    kind: italianKind(code),
    isCredit,
    number: number?.text ?? "",
    currency: currency?.text ?? "",
    general: [
      ...entry(isCredit ? "Credit note number" : "Invoice number", number, {
        fact: `${prefix} number`,
      }),
      ...entry("Issue date", dated(at("Data")), { fact: `${prefix} date` }),
      ...entry("Due date", due, { fact: "due date" }),
      ...entry("Type", at("TipoDocumento"), { words: italianDocument }),
      ...entry("Currency", currency),
    ],
    parties: partiesOf(reader, header, body),
    references: referencesOf(reader, header, body),
    delivery: entry(
      "Delivery date",
      dated(reader.field(body, "DatiGenerali/DatiTrasporto/DataOraConsegna")),
      { fact: "delivery date" },
    ),
    lines: fatturaLines(reader, body),
    adjustments: adjustmentsOf(reader, body),
    taxes: taxesOf(reader, body),
    totals: totalsOf(reader, body),
    payment: paymentOf(reader, body, currency?.text ?? ""),
    notes: reader.fields(body, `${general}/Causale`).flatMap((note) => entry("Note", note)),
    others: [],
  };
}

function dueDate(reader: FieldReader, each: XmlElement): Field | undefined {
  return dated(reader.field(each, "DataScadenzaPagamento"));
}

function partiesOf(reader: FieldReader, header: XmlElement | undefined, body: XmlElement) {
  const [carrier] = reader.find(body, "DatiGenerali/DatiTrasporto/DatiAnagraficiVettore");
  const at = (name: string) => reader.find(header, name)[0];
  return [
    ...fatturaParty(reader, "Seller", at("CedentePrestatore"), {
      name: "supplier",
      vat: "supplier VAT number",
    }),
    ...fatturaParty(reader, "Buyer", at("CessionarioCommittente"), {
      name: "customer",
      vat: "customer VAT number",
    }),
    ...fatturaParty(
      reader,
      "Tax representative of the seller",
      at("RappresentanteFiscale") ??
        reader.find(header, "CedentePrestatore/RappresentanteFiscale")[0],
    ),
    ...fatturaParty(reader, "Carrier", carrier),
    ...fatturaParty(reader, "Intermediary", at("TerzoIntermediarioOSoggettoEmittente")),
  ];
}

const documents: [string, string][] = [
  ["Order number", "DatiOrdineAcquisto"],
  ["Contract number", "DatiContratto"],
  ["Agreement", "DatiConvenzione"],
  ["Receipt", "DatiRicezione"],
  ["Related invoice", "DatiFattureCollegate"],
];

function referencesOf(
  reader: FieldReader,
  header: XmlElement | undefined,
  body: XmlElement,
): Entry[] {
  const sent = "DatiTrasmissione";
  reader.skip(header, `${sent}/IdTrasmittente|ProgressivoInvio|FormatoTrasmissione`);
  return [
    ...documents.flatMap(([label, name]) =>
      reader.find(body, `DatiGenerali/${name}`).flatMap((each) => referenceOf(reader, label, each)),
    ),
    ...reader.find(body, "DatiGenerali/DatiDDT").flatMap((each) => {
      const date = dated(reader.field(each, "DataDDT"));
      return entry("Delivery note", reader.field(each, "NumeroDDT")).map((found) =>
        withMore(found, date ? [`of ${date.text}`] : []),
      );
    }),
    ...entry("Recipient code", reader.field(header, `${sent}/CodiceDestinatario`)),
    ...entry("Certified mail of the recipient", reader.field(header, `${sent}/PECDestinatario`)),
  ];
}

function referenceOf(reader: FieldReader, label: string, each: XmlElement): Entry[] {
  const fact = label === "Order number" ? { fact: "order number" } : {};
  const id = reader.field(each, "IdDocumento");
  const date = dated(reader.field(each, "Data"));
  const more: [string, Field | undefined][] = [
    ["item", reader.field(each, "NumItem")],
    ["CUP", reader.field(each, "CodiceCUP")],
    ["CIG", reader.field(each, "CodiceCIG")],
    ["code", reader.field(each, "CodiceCommessaConvenzione")],
  ];
  const lines = reader.fields(each, "RiferimentoNumeroLinea").map(({ text }) => text);
  return entry(label, id, fact).map((found) =>
    withMore(found, [
      ...(date ? [`of ${date.text}`] : []),
      ...more.flatMap(([name, field]) => (field ? [`${name} ${field.text}`] : [])),
      ...(lines.length > 0 ? [`for line ${lines.join(", ")}`] : []),
    ]),
  );
}

function withMore(found: Entry, more: string[]): Entry {
  return { ...found, value: found.text, text: [found.text, ...more].join(", ") };
}

function adjustmentsOf(reader: FieldReader, body: XmlElement): Adjustment[] {
  const funds = reader.find(body, `${general}/DatiCassaPrevidenziale`).flatMap((each) => {
    const amount = figure(reader.field(each, "ImportoContributoCassa"));
    const rate = reader.field(each, "AlCassa");
    const kind = reader.field(each, "TipoCassa");
    const tax = [reader.field(each, "AliquotaIVA"), reader.field(each, "Natura")];
    if (!amount) return [];
    const reason = `Social security fund${kind ? ` (${kind.text})` : ""}${rate ? `, ${rate.text} %` : ""}`;
    return [{ reason, amount, tax: tax.flatMap((field) => field?.text ?? []).join(", ") }];
  });
  const extras = reader.find(body, "DatiBeniServizi/DatiRiepilogo").flatMap((each) => {
    const amount = figure(reader.field(each, "SpeseAccessorie"));
    return amount ? [{ reason: "Incidental expenses", amount, tax: "" }] : [];
  });
  return [...funds, ...extras];
}

function taxesOf(reader: FieldReader, body: XmlElement): TaxRow[] {
  const simplified = reader
    .find(body, "DatiBeniServizi")
    .filter((each) => isSimplified(reader, each));
  return [
    ...reader.find(body, "DatiBeniServizi/DatiRiepilogo").map((each) => {
      const nature = reader.field(each, "Natura");
      const liability = reader.field(each, "EsigibilitaIVA");
      const norm = reader.field(each, "RiferimentoNormativo");
      return {
        category: nature ? italianNature(nature.text) : "VAT",
        rate: figure(reader.field(each, "AliquotaIVA")),
        basis: figure(reader.field(each, "ImponibileImporto")),
        amount: figure(reader.field(each, "Imposta")),
        reason: [
          ...(norm ? [norm.text] : []),
          ...(liability ? [italianLiability(liability.text)] : []),
        ].join(", "),
      };
    }),
    ...simplified.map((each) => {
      const nature = reader.field(each, "Natura");
      return {
        category: nature ? italianNature(nature.text) : "VAT",
        rate: figure(reader.field(each, "DatiIVA/Aliquota")),
        amount: figure(reader.field(each, "DatiIVA/Imposta")),
        reason: reader.field(each, "RiferimentoNormativo")?.text ?? "",
      };
    }),
  ];
}

/** In the simplified kind each group of goods states its amount with VAT. */
function isSimplified(reader: FieldReader, goods: XmlElement): boolean {
  return reader.find(goods, "Importo").length > 0;
}

function totalsOf(reader: FieldReader, body: XmlElement): Invoice["totals"] {
  const all = (path: string): Figure[] =>
    reader.fields(body, path).flatMap((field) => figure(field) ?? []);
  const net = sumOf(all("DatiBeniServizi/DatiRiepilogo/ImponibileImporto"));
  const tax = sumOf(all("DatiBeniServizi/DatiRiepilogo/Imposta"));
  const stated = sumOf(all(`${general}/ImportoTotaleDocumento`));
  const simplified = sumOf(all("DatiBeniServizi/Importo"));
  const gross = stated ?? simplified ?? (net && tax && sumOf([net, tax]));
  const rounding = sumOf(all(`${general}/Arrotondamento`));
  const stamp = sumOf(all(`${general}/DatiBollo/ImportoBollo`));
  const withheld = sumOf(all(`${general}/DatiRitenuta/ImportoRitenuta`));
  return {
    ...(net && { net }),
    ...(tax && { tax }),
    ...(stamp && { stamp }),
    ...(gross && { gross }),
    ...(rounding && { rounding }),
    ...(withheld && { withheld }),
  };
}

function paymentOf(reader: FieldReader, body: XmlElement, currency: string): Entry[] {
  return reader.find(body, "DatiPagamento").flatMap((payment) => {
    const details = reader.find(payment, "DettaglioPagamento");
    return [
      ...entry("Payment terms", reader.field(payment, "CondizioniPagamento"), {
        words: italianTerms,
      }),
      ...details.flatMap((each) => {
        const amount = reader.field(each, "ImportoPagamento");
        const text = amount && { ...amount, text: `${currency} ${amount.text}`.trim() };
        return [
          ...entry("Means of payment", reader.field(each, "ModalitaPagamento"), {
            words: italianMeans,
          }),
          ...entry("Amount to pay", text, { ...(details.length === 1 && { fact: "amount due" }) }),
          ...(details.length > 1 ? entry("Due date", dueDate(reader, each)) : []),
          ...bankAccount(reader.field(each, "IBAN")),
          ...entry("BIC", reader.field(each, "BIC")),
          ...entry("Bank", reader.field(each, "IstitutoFinanziario")),
          ...entry("Beneficiary", reader.field(each, "Beneficiario")),
          ...entry("Payment reference", reader.field(each, "CodicePagamento")),
        ];
      }),
    ];
  });
}
