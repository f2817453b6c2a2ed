import iconv from "iconv-lite";
import { decodeAs } from "./decode-as";
import { guessCharset } from "./guess-charset";

/**
 * Decodes text of any encoding. Uses the byte order mark, else UTF-8 if the bytes are valid UTF-8 and not plain ASCII, else the declared
 * encoding, else a guess. Evidence in the bytes overrides the declaration, because many web pages declare a wrong encoding.
 */
export function decodeText(bytes: Buffer, declared?: string): string {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const utf8 = asUtf8(bytes);
  // A declaration that was readable byte by byte cannot name an encoding with two-byte characters.
  const said = declared && !/16|32|ucs|unicode/i.test(declared) ? decodeAs(bytes, declared) : null;
  if (utf8 !== null) return said !== null && isSevenBit(bytes) ? said : utf8;
  if (said !== null && !/^utf-?8$/i.test(declared ?? "")) return said;
  return decodeAs(bytes, guessCharset(bytes)) ?? bytes.toString("latin1");
}

function asUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return withoutBrokenEnd(bytes);
  }
}

/** Returns the text of a file or sample that was cut inside a character, or that has few bad bytes among many good ones. */
function withoutBrokenEnd(bytes: Buffer): string | null {
  const text = new TextDecoder().decode(bytes);
  let bad = 0;
  let good = 0;
  for (const character of text)
    if (character === "\ufffd") bad += 1;
    else if (character > "\u007f") good += 1;
  return bad > 0 && good > bad * 20 ? text : null;
}

/** Returns true for plain ASCII, or for an encoding that uses only ASCII bytes. */
function isSevenBit(bytes: Buffer): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function decodeMarked(bytes: Buffer): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(bytes);
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0
      ? iconv.decode(bytes, "utf-32le")
      : new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
    return iconv.decode(bytes, "utf-32be");
  return withoutMark(bytes) ?? escaped(bytes);
}

/** Decodes UTF-16 without its mark. Nearly every other byte is zero or, beyond Latin, the same small number. */
function withoutMark(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, 4_000);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) if (byte === 0) index % 2 ? odd++ : even++;
  if (odd > sample.length * 0.3 && even < odd / 10)
    return new TextDecoder("utf-16le").decode(bytes);
  if (even > sample.length * 0.3 && odd < even / 10)
    return new TextDecoder("utf-16be").decode(bytes);
  if (even + odd === 0) return null;
  for (const name of ["utf-16le", "utf-16be"]) {
    const text = new TextDecoder(name).decode(sample.subarray(0, sample.length & ~1));
    const likely = text.match(/[\s\p{L}\p{M}\p{N}\p{P}]/gu)?.length ?? 0;
    const blocks = new Set(Array.from(text, (character) => character.charCodeAt(0) >> 8));
    const spaces = text.match(/[ \n]/g)?.length ?? 0;
    if (likely > text.length * 0.98 && blocks.size <= 4 && spaces > text.length / 30)
      return new TextDecoder(name).decode(bytes);
  }
  return null;
}

/** Decodes the Japanese encoding of mail, which is all ASCII and has typical escapes. Returns null for other text. */
function escaped(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, 64_000);
  const begins = sample.includes("\u001b$B") || sample.includes("\u001b$@");
  const ends = sample.includes("\u001b(B") || sample.includes("\u001b(J");
  return begins && ends ? decodeAs(bytes, "iso-2022-jp") : null;
}
