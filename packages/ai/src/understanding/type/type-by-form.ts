import type { DocumentInput } from "../../ai";

const byFormat: readonly (readonly [formats: RegExp, type: string])[] = [
  [/^(?:eml|msg|mbox|pst)$/, "email"],
  [/^(?:pptx?|odp|keynote)$/, "presentation"],
  [/^(?:vtt|srt)$/, "meeting transcript"],
];
const sheets = /^(?:xlsx?|ods|numbers|csv)$/;
const LEAST_SHARE = 0.5;

/**
 * Returns the type that the form of a file decides whatever its words say. That is so for mails, slides, captions and other transcripts, and sheets
 * that are mostly tables. Null for all others. A mail that makes an offer is a mail.
 */
export function typeByForm({
  format,
  text,
  blocks,
  isTranscript = false,
}: Pick<DocumentInput, "format" | "text" | "blocks" | "isTranscript">): string | null {
  const decided = byFormat.find(([formats]) => formats.test(format));
  if (decided) return decided[1];
  if (isTranscript) return "meeting transcript";
  if (!sheets.test(format)) return null;
  const inTables = blocks
    .filter(({ kind }) => kind === "table")
    .reduce((sum, { span }) => sum + span[1] - span[0], 0);
  return inTables >= LEAST_SHARE * text.length ? "spreadsheet" : null;
}

const SURE_BY_FORM = 0.96;

/** Returns the candidates with the type that the form decides before all others. */
export function withForm<Candidate extends { name: string; confidence: number }>(
  candidates: readonly Candidate[],
  decided: string | null,
): Candidate[] {
  if (!candidates.some(({ name }) => name === decided)) return [...candidates];
  return candidates.map((candidate) => {
    const share = (1 - SURE_BY_FORM) * candidate.confidence;
    return { ...candidate, confidence: candidate.name === decided ? SURE_BY_FORM + share : share };
  });
}
