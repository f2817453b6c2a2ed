import type { DocumentToLookAt, NewIssue } from "@besunny/db/workspace/quality/data-issues";
import type { Sensitivity } from "@besunny/document-model/statements/personal-data-kinds";
import type { IssueKind } from "../contract/issue-words";
import type { IssueDetails } from "../contract/issues";

/** The kinds that are found from one document and those of the same text. */
export const documentKinds = [
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
] as const satisfies readonly IssueKind[];

const GOOD_OCR = 0.75;
const POOR_OCR = 0.6;
const MUCH_GARBLED = 0.3;
const MANY_LOST = 5;
/** Degrees. Scans that lie a little askew are read as well as straight ones. */
const TURNED = 3;
const ON_ITS_SIDE = 45;

/** Returns what is wrong with a document, by its features and the documents of the same text. */
export function issuesOf(document: DocumentToLookAt): NewIssue[] {
  const { id, source, errorCode, status, sameAs, alikeAs } = document;
  const values = document.values ?? {};
  const found: NewIssue[] = [];
  const add = (kind: IssueKind, severity: Sensitivity, details: IssueDetails = {}) => {
    found.push({ documentId: id, kind, severity, source, details, texts: [] });
  };
  const number = (name: string) => {
    const value = values[name];
    return typeof value === "number" ? value : 0;
  };
  const told = (name: string) => typeof values[name] === "number";

  if (errorCode === "ENCRYPTED") add("password", "high");
  else if (number("isPartlyLocked")) add("password", "medium");
  if (errorCode === "CORRUPT") add("damaged", "high");
  else if (number("isDamaged")) add("damaged", "medium");
  if (status === "failed") return found;

  if (number("emptyText")) add("empty_text", "high", { words: number("words") });
  if (number("garbledShare") >= MUCH_GARBLED || number("lostCharacters") >= MANY_LOST)
    add("garbled", "high", { share: number("garbledShare"), lost: number("lostCharacters") });
  if (number("mojibake")) add("encoding", "medium", { places: number("mojibake") });
  if (told("ocrQuality") && number("ocrQuality") < GOOD_OCR && !number("emptyText"))
    add("low_ocr", number("ocrQuality") < POOR_OCR ? "high" : "medium", {
      quality: number("ocrQuality"),
    });
  if (told("tilt") && number("tilt") >= TURNED)
    add("turned_scan", number("tilt") >= ON_ITS_SIDE ? "medium" : "low", {
      degrees: number("tilt"),
    });
  if (number("isTruncated")) add("truncated", "medium");
  if (sameAs) add("duplicate", "medium", { of: sameAs });
  else if (alikeAs) add("near_duplicate", "low", { of: alikeAs, others: document.nearDuplicates });
  return found;
}
