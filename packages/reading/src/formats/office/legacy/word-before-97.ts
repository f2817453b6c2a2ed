import { find, read } from "cfb";
import { encrypted } from "../../../contract/refusals";
import { decodeAs } from "../../../detect/decode-as";
import { localeCodePage } from "../../../detect/locale-code-page";

/** Places in the header of a document of Word 6 and 95. */
const at = {
  mark: 0x00,
  locale: 0x06,
  flags: 0x0a,
  begin: 0x18,
  bodyLength: 0x34,
  noteLength: 0x38,
  headerLength: 0x3c,
  remarkLength: 0x44,
  endnoteLength: 0x48,
  boxLength: 0x4c,
  pieces: 0x160,
  piecesLength: 0x164,
};

const wordBefore97 = 0xa5dc;
const isComplex = 0x0004;
const isEncrypted = 0x0100;

/** The texts of a document of Word before 97, in which "\r" ends a paragraph and a tab a cell. */
export type OldWord = {
  body: string;
  notes: string;
  headers: string;
  remarks: string;
  boxes: string;
};

/** Reads the text of a document of Word 6 or 95, which no library does. Returns null for other documents. Throws `ENCRYPTED`. */
export function readWordBefore97(bytes: Buffer): OldWord | null {
  const stream = documentStream(bytes);
  if (!stream || stream.length < 0x180 || stream.readUInt16LE(at.mark) !== wordBefore97)
    return null;
  const flags = stream.readUInt16LE(at.flags);
  if (flags & isEncrypted) throw encrypted("The Word document");
  const raw = flags & isComplex ? piecesOf(stream) : plainText(stream);
  const charset = `windows-${localeCodePage(stream.readUInt16LE(at.locale))}`;
  let from = 0;
  const next = (place: number) => {
    const start = from;
    from += Math.min(raw.length, stream.readUInt32LE(place));
    return shown(raw.subarray(start, from), charset);
  };
  const body = next(at.bodyLength);
  const notes = next(at.noteLength);
  const headers = next(at.headerLength);
  from += stream.readUInt32LE(0x40);
  const remarks = next(at.remarkLength);
  const endnotes = next(at.endnoteLength);
  return { body, notes: `${notes}\r${endnotes}`, headers, remarks, boxes: next(at.boxLength) };
}

function documentStream(bytes: Buffer): Buffer | null {
  try {
    const found = find(read(bytes, { type: "buffer" }), "/WordDocument");
    return found ? Buffer.from(found.content) : null;
  } catch {
    return null;
  }
}

function plainText(stream: Buffer): Buffer {
  return stream.subarray(stream.readUInt32LE(at.begin));
}

/** Joins the pieces of a document that was saved quickly: each names its place in the stream, and the order is that of the text. */
function piecesOf(stream: Buffer): Buffer {
  const begin = stream.readUInt32LE(at.pieces);
  const table = stream.subarray(begin, begin + stream.readUInt32LE(at.piecesLength));
  let place = 0;
  while (table[place] === 1 && place + 3 <= table.length)
    place += 3 + table.readUInt16LE(place + 1);
  if (table[place] !== 2 || place + 5 > table.length) return plainText(stream);
  const list = table.subarray(place + 5, place + 5 + table.readUInt32LE(place + 1));
  const count = Math.max(0, Math.floor((list.length - 4) / 12));
  const pieces: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const length = list.readUInt32LE(4 * index + 4) - list.readUInt32LE(4 * index);
    const start = list.readUInt32LE(4 * (count + 1) + 8 * index + 2);
    if (length > 0) pieces.push(stream.subarray(start, start + length));
  }
  return Buffer.concat(pieces);
}

/** Returns the text that people see: without the codes of fields and without marks of pictures and notes. */
function shown(bytes: Buffer, charset: string): string {
  const text = decodeAs(bytes, charset) ?? bytes.toString("latin1");
  const open: { isCode: boolean }[] = [];
  let kept = "";
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 0x13) open.push({ isCode: true });
    else if (code === 0x14) Object.assign(open.at(-1) ?? {}, { isCode: false });
    else if (code === 0x15) open.pop();
    else if (!open.some(({ isCode }) => isCode))
      kept += signs[code] ?? (code < 0x20 && code !== 9 ? "" : character);
  }
  return kept.replace(/\t{2}\r?/g, "\r").replace(/\t\r/g, "\r");
}

/** Ends of paragraphs, lines and pages, cells, and the hyphens of Word. */
const signs: Record<number, string> = {
  7: "\t",
  11: "\n",
  12: "\r",
  13: "\r",
  14: "\r",
  30: "-",
  31: "",
};
