import { decodeText } from "../../../detect/decode-text";

/** Decodes a calendar or contact card. Joins folded lines first, because a program may fold between the bytes of a letter. */
export function calendarText(bytes: Buffer, charset?: string): string {
  const raw = bytes.toString("latin1");
  // Only a text with one byte or more for each letter has folds that can be seen in its bytes.
  if (raw.includes("\u0000")) return decodeText(bytes, charset);
  return decodeText(Buffer.from(raw.replace(/\r?\n[ \t]/g, ""), "latin1"), charset);
}
