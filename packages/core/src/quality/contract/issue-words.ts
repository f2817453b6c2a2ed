/** The kinds of issues, in the order in which pages show them. */
export const issueKinds = [
  "password",
  "damaged",
  "empty_text",
  "garbled",
  "encoding",
  "low_ocr",
  "turned_scan",
  "truncated",
  "duplicate",
  "near_duplicate",
  "boilerplate",
  "label_wrong",
  "label_contradiction",
] as const;

export const issueStates = ["open", "resolved", "ignored"] as const;
export type IssueKind = (typeof issueKinds)[number];
