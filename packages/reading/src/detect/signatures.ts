import type { Limits } from "../contract/limits";
import { unsupported } from "../contract/refusals";
import type { Detected } from "./detected";
import { isMail } from "./is-mail";
import { isPdf, isPdfAfterOtherBytes } from "./is-pdf";
import { isTar } from "./is-tar";
import { isTnef } from "./is-tnef";
import { mediaTypes } from "./media-types";
import { detectOneNote, isOneNote } from "./one-note";

type Given = { fileName: string; limits: Limits };

/**
 * A kind of file that its first bytes name. `detect` throws `ReadingError` for kinds that are not read. It imports what only its kind needs,
 * so that a child that reads PDFs starts quickly.
 */
type Signature = {
  is(bytes: Buffer): boolean;
  detect(bytes: Buffer, given: Given): Detected | Promise<Detected>;
};

/**
 * The kinds in the order in which they are tried. A container comes before the files that it may hold, because uncompressed containers
 * show the marks of their first file too.
 */
const signatures: Signature[] = [
  {
    is: startsWith("PK\u0003\u0004", "PK\u0005\u0006", "PK\u0007\u0008PK\u0003\u0004"),
    detect: async (bytes, { limits }) => {
      const { openArchive } = await import("../archive/archive");
      const { detectArchive } = await import("./detect-archive");
      return of(await detectArchive(await openArchive(bytes, limits)));
    },
  },
  {
    is: startsWith("\u00d0\u00cf\u0011\u00e0"),
    detect: async (bytes) => of((await import("./detect-compound")).detectCompound(bytes)),
  },
  { is: isTar, detect: () => packed("x-tar") },
  { is: startsWith("\u001f\u008b"), detect: () => packed("gzip") },
  { is: startsWith("7z\u00bc\u00af\u0027\u001c"), detect: () => packed("x-7z-compressed") },
  { is: startsWith("Rar!\u001a\u0007"), detect: () => packed("vnd.rar") },
  { is: startsWith("MSCF\u0000\u0000\u0000\u0000"), detect: () => packed("vnd.ms-cab-compressed") },
  { is: matches(/^BZh[1-9]1AY&SY/), detect: () => packed("x-bzip2") },
  { is: startsWith("\u00fd7zXZ\u0000"), detect: () => packed("x-xz") },
  { is: isTnef, detect: () => ({ format: "msg", mediaType: "application/vnd.ms-tnef" }) },
  { is: startsWith("!BDN"), detect: () => of("pst") },
  { is: isOneNote, detect: (bytes) => of(detectOneNote(bytes)) },
  { is: isSigned, detect: refuseSigned },
  { is: isPdf, detect: () => of("pdf") },
  { is: matches(/^\s*(\u00ef\u00bb\u00bf)?\{\\rtf/), detect: () => of("rtf") },
  {
    is: isMail,
    detect: async (bytes, { fileName }) =>
      of((await import("./detect-text")).detectText(bytes, fileName)),
  },
  { is: isPdfAfterOtherBytes, detect: () => of("pdf") },
];

/** Returns the kind that the marks of the outermost container name, or null for files without a mark of this table. */
export async function detectBySignature(bytes: Buffer, given: Given): Promise<Detected | null> {
  const found = signatures.find(({ is }) => is(bytes));
  return found ? found.detect(bytes, given) : null;
}

function of(format: Detected["format"]): Detected {
  return { format, mediaType: mediaTypes[format] };
}

function packed(kind: string): Detected {
  return { format: "zip", mediaType: `application/${kind}` };
}

function startsWith(...marks: string[]): Signature["is"] {
  return (bytes) =>
    marks.some((mark) => bytes.subarray(0, mark.length).toString("latin1") === mark);
}

function matches(pattern: RegExp): Signature["is"] {
  return (bytes) => pattern.test(bytes.subarray(0, 1_024).toString("latin1"));
}

/** In hex: a sequence that begins with the name of signed, enveloped or compressed data (CMS). */
const cms = /^30(..){1,9}?(06092a864886f70d01070[234]|060b2a864886f70d0109100109)/;

function isSigned(bytes: Buffer): boolean {
  return cms.test(bytes.subarray(0, 32).toString("hex"));
}

function refuseSigned(): never {
  throw unsupported("A signed or encrypted file", "Upload the file that is inside it.");
}
