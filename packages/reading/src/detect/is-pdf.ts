import { isPlain } from "./is-plain";

const mark = "%PDF-";

/** Returns true if the bytes begin as a PDF, also after white space. */
export function isPdf(bytes: Buffer): boolean {
  return /^(\u00ef\u00bb\u00bf)?[\s\0]*%PDF-/.test(startOf(bytes));
}

/**
 * Returns true for a PDF after bytes of another kind, such as orders to a printer or headers of HTTP. A text that shows the source of a PDF
 * is no PDF.
 */
export function isPdfAfterOtherBytes(bytes: Buffer): boolean {
  const start = startOf(bytes);
  if (!start.includes(mark) || !bytes.includes(" obj")) return false;
  const isProse = /[a-z]{2,}\s+[a-z]{2,}/i.test(start.slice(0, start.indexOf(mark)));
  return !isProse || !isPlain(bytes) || endsAsPdf(bytes);
}

/** Some programs write a PDF in plain letters alone. */
function endsAsPdf(bytes: Buffer): boolean {
  return /startxref\s+\d+\s+%%EOF\s*$/.test(bytes.subarray(-1_024).toString("latin1"));
}

function startOf(bytes: Buffer): string {
  return bytes.subarray(0, 1_024).toString("latin1");
}
