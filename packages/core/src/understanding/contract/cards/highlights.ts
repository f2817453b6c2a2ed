/** The fields that tell documents of a type apart in a list, the most telling first. */
const highlights: Readonly<Record<string, string>> = {
  invoice: "total; amount due; due date; supplier",
  receipt: "total; supplier; date",
  "purchase order": "total; supplier; delivery date",
  quote: "total; valid until; supplier",
  contract: "party; end date; effective date; agreement date",
  amendment: "party; end date; effective date; agreement date",
  "non-disclosure agreement": "party; end date; agreement date",
  letter: "sender; date; subject",
  email: "sender; date; subject",
  memo: "sender; date; subject",
  "meeting minutes": "date; chair; subject",
  "meeting transcript": "date; subject",
  report: "author; reporting period; date",
  "financial statement": "company; reporting period; net income",
  "bank statement": "closing balance; statement period; bank",
  payslip: "net pay; pay period; employee",
  "tax form": "tax year; taxpayer; income tax",
  résumé: "person; position",
  "job description": "position; employer; application deadline",
  policy: "effective date; version; owner",
  manual: "product; version",
  specification: "product; version",
  presentation: "author; date",
  spreadsheet: "date; author; period",
  form: "person; application deadline; date",
  certificate: "holder; valid until; issue date",
  "identity document": "surname; given names; valid until",
  "insurance policy": "insurer; end date; premium",
  "legal filing": "case number; court; filing date",
  "research paper": "author; journal; date",
  "news article": "author; date",
  "marketing material": "product; price; valid until",
  "project plan": "end date; project manager; budget",
  ticket: "status; priority; due date",
  other: "author; date",
};

/** Returns the names of the fields that tell documents of a type apart in a list; none for a type of a workspace's own. */
export function highlightsOf(type: string | null): string[] {
  return type === null ? [] : (highlights[type]?.split("; ") ?? []);
}

/** Every field that a list may show. */
export const highlightNames: readonly string[] = [
  ...new Set(Object.keys(highlights).flatMap(highlightsOf)),
];
