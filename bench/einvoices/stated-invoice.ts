import { DOMParser } from "@xmldom/xmldom";
import { select } from "xpath";

/** The values of an e-invoice as its XML states them. `payableFact` is the fact of the reader that is the payable total. */
export type StatedInvoice = {
  number: string;
  issue_date: string;
  seller: string;
  buyer: string;
  payable: string;
  currency: string;
  lines: number;
  payableFact: string;
};

type Paths = Record<"number" | "issue_date" | "currency" | "payable", string> & {
  seller: string[];
  buyer: string[];
  lines: string;
  payableFact: string;
};

/** Paths of local names; `//` is any depth. */
const ofUbl: Paths = {
  number: "*/ID",
  issue_date: "*/IssueDate",
  seller: party("AccountingSupplierParty"),
  buyer: party("AccountingCustomerParty"),
  currency: "*/DocumentCurrencyCode",
  payable: "*/LegalMonetaryTotal/PayableAmount",
  lines:
    "count(//*[contains('|InvoiceLine|CreditNoteLine|SubInvoiceLine|SubCreditNoteLine|', concat('|', local-name(), '|'))])",
  payableFact: "amount due",
};

const ofCii: Paths = {
  number: "*/ExchangedDocument/ID",
  issue_date: "*/ExchangedDocument/IssueDateTime/DateTimeString",
  seller: ["//SellerTradeParty/Name"],
  buyer: ["//BuyerTradeParty/Name"],
  currency: "//InvoiceCurrencyCode",
  payable: "//DuePayableAmount",
  lines: "count(//*[local-name() = 'IncludedSupplyChainTradeLineItem'])",
  payableFact: "amount due",
};

const paths: Record<string, Paths> = {
  Invoice: ofUbl,
  CreditNote: ofUbl,
  CrossIndustryInvoice: ofCii,
  CrossIndustryDocument: {
    ...ofCii,
    number: "*/HeaderExchangedDocument/ID",
    issue_date: "*/HeaderExchangedDocument/IssueDateTime/DateTimeString",
  },
  FatturaElettronica: {
    number: "*/FatturaElettronicaBody[1]/DatiGenerali/DatiGeneraliDocumento/Numero",
    issue_date: "*/FatturaElettronicaBody[1]/DatiGenerali/DatiGeneraliDocumento/Data",
    seller: italianParty("CedentePrestatore"),
    buyer: italianParty("CessionarioCommittente"),
    currency: "*/FatturaElettronicaBody[1]/DatiGenerali/DatiGeneraliDocumento/Divisa",
    payable:
      "*/FatturaElettronicaBody[1]/DatiGenerali/DatiGeneraliDocumento/ImportoTotaleDocumento",
    lines:
      "count(/*/*[local-name() = 'FatturaElettronicaBody'][1]//*[local-name() = 'DettaglioLinee'])",
    payableFact: "total",
  },
  Facturae: {
    number: "*/Invoices/Invoice[1]/InvoiceHeader/InvoiceNumber",
    issue_date: "*/Invoices/Invoice[1]/InvoiceIssueData/IssueDate",
    seller: ["//SellerParty/LegalEntity/CorporateName", "//SellerParty/Individual/Name"],
    buyer: ["//BuyerParty/LegalEntity/CorporateName", "//BuyerParty/Individual/Name"],
    currency: "*/Invoices/Invoice[1]/InvoiceIssueData/InvoiceCurrencyCode",
    payable: "*/Invoices/Invoice[1]/InvoiceTotals/TotalExecutableAmount",
    lines: "count(/*/*[local-name() = 'Invoices']/*[1]//*[local-name() = 'InvoiceLine'])",
    payableFact: "amount due",
  },
};

function party(name: string): string[] {
  const base = `*/${name}/Party`;
  return [`${base}/PartyLegalEntity/RegistrationName`, `${base}/PartyName/Name`];
}

function italianParty(name: string): string[] {
  return [`//${name}/DatiAnagrafici/Anagrafica/Denominazione`];
}

/** Finds the values with XPath alone; null for XML that is no e-invoice. Shares no code with the reader. */
export function statedInvoice(xml: string): StatedInvoice | null {
  const root = parsed(xml);
  const name = root === null ? "" : String(select("local-name(/*)", root));
  const own = paths[name];
  if (!root || !own || (own === ofUbl && !/oasis:names:specification:ubl/.test(xml))) return null;
  const at = (...wanted: string[]) => {
    for (const path of wanted) {
      const found = String(select(`normalize-space((${expanded(path)})[1])`, root));
      if (found !== "") return found;
    }
    return "";
  };
  const italian = own.payableFact === "total" && at(own.payable) === "";
  const payable = italian ? sumOfTaxes(root) : Number(at(own.payable) || at("//GrandTotalAmount"));
  return {
    number: at(own.number),
    issue_date: at(own.issue_date)
      .replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")
      .slice(0, 10),
    seller: at(...own.seller),
    buyer: at(...own.buyer),
    payable: String(payable),
    currency: at(own.currency) || String(select("string((//@currencyID)[1])", root)),
    lines: Number(select(own.lines, root)),
    payableFact: own.payableFact,
  };
}

function sumOfTaxes(root: Root): number {
  const sum = ["ImponibileImporto", "Imposta"]
    .map((name) =>
      Number(
        select(
          `sum(/*/*[local-name() = 'FatturaElettronicaBody'][1]//*[local-name() = '${name}'])`,
          root,
        ),
      ),
    )
    .reduce((a, b) => a + b, 0);
  return Number(sum.toFixed(2));
}

type Root = Parameters<typeof select>[1];

function parsed(xml: string): Root | null {
  try {
    const quiet = new DOMParser({ onError: () => undefined });
    return asNode(quiet.parseFromString(xml.replace(/^\ufeff/, ""), "text/xml"));
  } catch {
    return null;
  }
}

/** Safe because xmldom's documents have every member of the DOM that xpath uses; only their types differ. */
function asNode(document: unknown): Root {
  return document as Root;
}

/** Each name of a path as any element with that local name. */
function expanded(path: string): string {
  const absolute = path.startsWith("//") ? path : `/${path}`;
  return absolute.replace(/[A-Za-z]+/g, (name) => `*[local-name() = '${name}']`);
}
