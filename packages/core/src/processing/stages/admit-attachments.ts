import type { Attachment, ParsedDocument } from "@besunny/document-model/parsed-document";

/** The deepest level of files within files. Files that people attach are not deeper. */
const DEEPEST = 3;
export const MOST_IN_ONE_FILE = 1_000;
/** Inline images of a mail that are smaller than this are logos and lines. */
const LEAST_INLINE_BYTES = 20_000;

/** Returns the attachments that become documents, and a sentence on those that were left out and why. */
export function admitAttachments(
  { attachments }: Pick<ParsedDocument, "attachments">,
  { depth, members }: { depth: number; members: number },
): { admitted: Attachment[]; warnings: string[] } {
  const wanted = attachments.filter(
    ({ isInline, size }) => !isInline || size >= LEAST_INLINE_BYTES,
  );
  if (wanted.length === 0) return { admitted: [], warnings: [] };
  if (depth >= DEEPEST)
    return {
      admitted: [],
      warnings: [
        `The ${wanted.length} files in it were left out: it lies ${depth} files deep in another. Upload it by itself to read them.`,
      ],
    };
  const room = Math.max(0, MOST_IN_ONE_FILE - members);
  const left = wanted.length - room;
  return {
    admitted: wanted.slice(0, room),
    warnings:
      left > 0
        ? [
            `${left} of the files in it were left out: one file may bring ${MOST_IN_ONE_FILE.toLocaleString("en")} documents. Upload the others by themselves.`,
          ]
        : [],
  };
}
