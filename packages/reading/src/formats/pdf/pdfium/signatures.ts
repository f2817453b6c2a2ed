import { openSigned } from "../../signed/open-signed";
import { heapOf, type PdfDocument, readString, withMemory } from "./pdfium";

const mostSignatures = 100;
const mostBytes = 10_000_000;

/**
 * Returns a sentence for each signature of a PDF: the signer, the time, and whether the file has grown since the last of them. Verifies nothing.
 */
export async function readSignatures(
  { pdfium, handle }: Pick<PdfDocument, "pdfium" | "handle">,
  file: Buffer,
): Promise<string[]> {
  const count = Math.min(pdfium.FPDF_GetSignatureCount(handle), mostSignatures);
  if (count <= 0) return [];
  const names = namesIn(file);
  const found: Signature[] = [];
  for (let index = 0; index < count; index += 1) {
    const signature = pdfium.FPDF_GetSignatureObject(handle, index);
    if (signature === 0) continue;
    const bytesOf = (read: (address: number, size: number) => number, unit = 1) =>
      readBytes(pdfium, read, unit);
    const contents = bytesOf((at, size) =>
      pdfium.FPDFSignatureObj_GetContents(signature, at, size),
    );
    const time = bytesOf((at, size) => pdfium.FPDFSignatureObj_GetTime(signature, at, size));
    const range = bytesOf(
      (at, size) => pdfium.FPDFSignatureObj_GetByteRange(signature, at, size),
      4,
    );
    // A field that waits for a signature.
    if (contents.length + range.length + time.length === 0) continue;
    const reason = readString(pdfium, (at, size) =>
      pdfium.FPDFSignatureObj_GetReason(signature, at, size),
    ).trim();
    const opened = contents.length > 0 ? await openSigned(contents, mostBytes) : null;
    const signed = opened?.kind === "signed" ? opened.signers : [];
    const signers = signed.length > 0 ? signed : (names[found.length] ?? []);
    found.push({ signers, day: dayOf(time), reason, end: endOf(range) });
  }
  // The bytes after an earlier signature may be the next signature.
  const last = Math.max(0, ...found.map(({ end }) => end));
  const isGrown = last > 0 && last + slack < file.length;
  return found.map((each) => sentenceOf(each, isGrown && each.end === last));
}

/** Returns the names that the signatures state themselves, in the order of the file. PDFium does not return them. */
function namesIn(file: Buffer): string[][] {
  const dictionaries = file.toString("latin1").matchAll(/\/Type\s*\/Sig\b/g);
  return [...dictionaries].map(({ index }) => {
    const around = file.subarray(Math.max(0, index - mostAround), index + mostAround);
    const [, name] = /\/Name\s*\(((?:[^()\\]|\\.)*)\)/.exec(around.toString("latin1")) ?? [];
    return name === undefined ? [] : [literal(name)];
  });
}

const mostAround = 400;

/** Decodes a string of PDF in parentheses: UTF-16 after its mark, else letters of a byte. */
function literal(written: string): string {
  const plain = written
    .replace(/\\([0-7]{1,3})/g, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    )
    .replace(/\\(.)/g, "$1");
  const bytes = Buffer.from(plain, "latin1");
  const isWide = bytes.length % 2 === 0 && bytes[0] === 0xfe && bytes[1] === 0xff;
  return isWide ? bytes.subarray(2).swap16().toString("utf16le") : plain;
}

/** The first call returns the size, in units of `unit` bytes; the second one writes. */
function readBytes(
  pdfium: PdfDocument["pdfium"],
  read: (address: number, size: number) => number,
  unit: number,
): Buffer {
  const size = read(0, 0);
  if (size <= 0 || size * unit > mostBytes) return Buffer.alloc(0);
  return withMemory(pdfium, size * unit, (address) => {
    read(address, size);
    return Buffer.from(heapOf(pdfium).slice(address, address + size * unit));
  });
}

/** Returns the day of a PDF date, such as `D:20260304120000Z`, in ISO 8601. */
function dayOf(time: Buffer): string | null {
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(time.toString("latin1")) ?? [];
  return day ? `${year}-${month}-${day}` : null;
}

/** The signed bytes are two ranges, around the signature itself. Returns the end of the second; 0 where it is not stated. */
function endOf(range: Buffer): number {
  return range.length >= 16 ? range.readInt32LE(8) + range.readInt32LE(12) : 0;
}

type Signature = {
  signers: string[];
  day: string | null;
  reason: string;
  end: number;
};

/** A file may end with a line end that no program signs. */
const slack = 4;

function sentenceOf({ signers, day, reason }: Signature, isGrown: boolean): string {
  const who = signers.length > 0 ? signers.join("; ") : "somebody whom the file does not name";
  const isDated = signers.some((signer) => /\d{4}/.test(signer));
  const when = day && !isDated ? ` on ${day}` : "";
  const why = reason ? ` (${reason})` : "";
  const grown = isGrown ? " The file was changed after that." : "";
  return `The PDF is signed by ${who}${when}${why}.${grown} The signature was not verified.`;
}
