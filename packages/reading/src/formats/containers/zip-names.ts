import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import { decodeAs } from "../../detect/decode-as";
import { charsetOfNames } from "./name-charset";

/** A name as a ZIP writes it. `unicode` is the content of the extra field with the name in UTF-8, if there is one. */
export type ZipName = { bytes: Buffer; isUtf8: boolean; unicode: Buffer | undefined };

/** The extra field of Info-ZIP that holds the name in UTF-8. */
export const unicodePathField = 0x7075;

/** Returns the names of all files of a ZIP. Names without a stated encoding are decoded alike, by what they are together. */
export function zipNames(names: readonly ZipName[]): string[] {
  const unknown = names.filter((name) => statedName(name) === null && !isUtf8(name.bytes));
  const charset = unknown.length > 0 ? charsetOfNames(wordsOf(unknown)) : "utf-8";
  return names.map((name) => {
    const stated = statedName(name);
    if (stated !== null) return stated;
    const ownCharset = isUtf8(name.bytes) ? "utf-8" : charset;
    return decodeAs(name.bytes, ownCharset) ?? name.bytes.toString("latin1");
  });
}

/** The field counts only if its sum is that of the name: other programs rename files and leave the field. */
function statedName({ bytes, isUtf8: isMarked, unicode }: ZipName): string | null {
  if (unicode && unicode.length > 5 && unicode[0] === 1 && unicode.readUInt32LE(1) === crc32(bytes))
    return unicode.subarray(5).toString("utf8");
  return isMarked ? bytes.toString("utf8") : null;
}

/** Joins the names without their extensions, signs and digits, which are of no language. A sign after a byte beyond ASCII may be the second half of a letter. */
function wordsOf(names: readonly ZipName[]): Buffer {
  const parts = names.map(({ bytes }) =>
    Buffer.from(
      bytes
        .toString("latin1")
        .replace(/\.[a-z\d]{1,5}$/i, "")
        .replace(/(?<![\x80-\xff])[\d_.\-()/ ]+/g, " "),
      "latin1",
    ),
  );
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from("\n")]));
}
