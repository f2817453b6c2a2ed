import type { FieldDefinition } from "@besunny/ai/ai";

import { fieldsOfAccounts } from "./fields-of-accounts";
import { fieldsOfBills } from "./fields-of-bills";
import { fieldsOfContracts } from "./fields-of-contracts";
import { fieldsOfMatters } from "./fields-of-matters";
import { fieldsOfPapers } from "./fields-of-papers";
import { fieldsOfPay } from "./fields-of-pay";
import { fieldsOfPeople } from "./fields-of-people";
import { fieldsOfSums } from "./fields-of-sums";
import { fieldsOfWorks } from "./fields-of-works";

/** Every field that a card may have. */
export const allFields: readonly FieldDefinition[] = [
  ...fieldsOfBills,
  ...fieldsOfSums,
  ...fieldsOfAccounts,
  ...fieldsOfPay,
  ...fieldsOfContracts,
  ...fieldsOfPeople,
  ...fieldsOfPapers,
  ...fieldsOfMatters,
  ...fieldsOfWorks,
];

/** The names of the fields of each type, in the order in which they are shown. A star marks those that such a document must have. */
const cards: Record<string, string> = {
  invoice:
    "invoice number*; credit note number; invoice date*; due date; supplier*; customer; order number; customer number; delivery date; period; subtotal; tax; total*; amount due; IBAN; supplier VAT number; customer VAT number; payment terms; payment method",
  receipt:
    "supplier*; date*; total*; subtotal; tax; payment method; receipt number; address; supplier VAT number",
  "purchase order":
    "order number*; order date; customer; supplier*; ship to; delivery date; subtotal; tax; total; payment terms; quote number",
  quote:
    "quote number; quote date; valid until; supplier*; customer; subtotal; tax; total*; delivery date; payment terms",
  contract:
    "party*; agreement date; effective date; end date; term; renewal; notice period; termination notice; governing law; contract value; rent",
  amendment:
    "party*; original agreement; agreement date; effective date; end date; term; notice period; termination notice; governing law; rent",
  "non-disclosure agreement":
    "party*; agreement date; effective date; end date; term; governing law",
  letter: "sender; recipient; date*; subject; reference",
  email: "sender*; recipient*; date*; subject",
  memo: "sender*; recipient*; date*; subject*",
  "meeting minutes":
    "date*; location; chair; minutes taker; attendees*; absent; subject; next meeting",
  "meeting transcript": "date; subject; location; attendees",
  report: "subject; author; date; reporting period; document number; version",
  "financial statement": "company*; reporting period*; revenue; net income; total assets; equity",
  "bank statement":
    "bank; account holder; account number*; statement period*; opening balance; closing balance*; total credits; total debits",
  payslip:
    "employer*; employee*; employee number; pay period*; pay date; gross pay*; deductions; income tax; net pay*",
  "tax form": "taxpayer*; tax number; tax year*; taxable income; income tax; issuer; filing date",
  résumé: "person; e-mail; phone; address; position; date of birth; nationality; skills; languages",
  "job description":
    "position*; employer; location; salary; employment type; application deadline; effective date; skills",
  policy: "subject; version; effective date; review date; owner; approved by; document number",
  manual: "product*; manufacturer; version; date; document number",
  specification: "product; version; date; author; approved by; document number; manufacturer",
  presentation: "author; date; subject; location",
  spreadsheet: "date; author; period",
  form: "person; date; application deadline; document number; issuer",
  certificate:
    "holder*; certificate number; issue date*; valid until; issuer*; subject; date of birth",
  "identity document":
    "document number*; surname*; given names*; date of birth*; nationality; place of birth; issue date; valid until; issuer",
  "insurance policy":
    "policy number*; insurer*; policyholder*; period; effective date; end date; sum insured; premium; deductible",
  "legal filing": "case number*; court*; plaintiff; defendant; filing date; subject",
  "research paper": "subject; author; date; journal; DOI; keywords",
  "news article": "author; date*; journal; location",
  "marketing material": "product; manufacturer; price; valid until; website; phone; e-mail",
  "project plan":
    "project*; project manager; customer; effective date; end date; budget; version; date; status",
  ticket:
    "ticket number*; subject; status*; priority; reporter; assignee; created; due date; product",
  other: "subject; author; date",
};

/** Returns the card of a type: its fields in the order in which they are shown; none for a type without a card. */
export function cardOf(type: string): FieldDefinition[] {
  return (cards[type] ?? "").split("; ").flatMap((entry) => {
    const found = allFields.find(({ name }) => name === entry.replace("*", ""));
    if (!found) return [];
    return [{ ...found, ...(entry.endsWith("*") && { isRequired: true }) }];
  });
}

/** The types that have a card. */
export const typesWithCard: readonly string[] = Object.keys(cards);
