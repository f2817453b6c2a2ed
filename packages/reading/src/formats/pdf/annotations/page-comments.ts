import type { Part } from "../../../contract/part";
import { attachedFile } from "../pdfium/attachments";
import { type PdfDocument, readString } from "../pdfium/pdfium";
import { annotationsOf } from "./annotations";

/** The comments that people wrote on a page, as "Author: text", and the files that they pinned to it. */
export type PageComments = { comments: string[]; files: (Part | null)[] };

/** Links, pop-ups, form fields and what else is no remark: its text is that of another annotation or of the page. */
const silent = new Set([0, 2, 16, 20, 21, 22]);
const freeText = 3;
const hidden = 2;
const pinnedFile = 17;

/** The remarks on a page in the order of the file, without hidden ones. */
export function readPageComments(document: PdfDocument, page: number): PageComments {
  const { pdfium } = document;
  const found: PageComments = { comments: [], files: [] };
  for (const { annotation, kind } of annotationsOf(pdfium, page)) {
    if (!silent.has(kind) && (pdfium.FPDFAnnot_GetFlags(annotation) & hidden) === 0) {
      const comment = commentOf(document, annotation, kind);
      if (comment) found.comments.push(comment);
    }
    if (kind === pinnedFile)
      found.files.push(attachedFile(pdfium, pdfium.FPDFAnnot_GetFileAttachment(annotation)));
  }
  return found;
}

/** Text written on the page itself is drawn there, and read there, unless it has no look of its own. */
function commentOf({ pdfium }: PdfDocument, annotation: number, kind: number): string | null {
  const field = (name: string) =>
    readString(pdfium, (address, size) =>
      pdfium.FPDFAnnot_GetStringValue(annotation, name, address, size),
    ).trim();
  if (kind === freeText && pdfium.EPDFAnnot_HasAppearanceStream(annotation, 0)) return null;
  const text = field("Contents");
  if (text === "") return null;
  const author = field("T");
  return author ? `${author}: ${text}` : text;
}
