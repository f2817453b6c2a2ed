import { analyse } from "chardet";
import iconv from "iconv-lite";

/** Text of any encoding: by its byte order mark, as UTF-8 where it is valid, else by the likeliest guess. */
export function decodeText(bytes: Buffer, charset?: string): string {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  if (charset && iconv.encodingExists(charset)) return iconv.decode(bytes, charset);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, likeliest(bytes));
  }
}

function decodeMarked(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder().decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, "utf-16be");
  return withoutMark(bytes);
}

function withoutMark(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, 2_000);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) if (byte === 0) index % 2 ? odd++ : even++;
  if (odd > sample.length * 0.3 && even < odd / 10) return iconv.decode(bytes, "utf-16le");
  if (even > sample.length * 0.3 && odd < even / 10) return iconv.decode(bytes, "utf-16be");
  return null;
}

function likeliest(bytes: Buffer): string {
  const sample = bytes.length > 200_000 ? bytes.subarray(0, 200_000) : bytes;
  const guess = analyse(sample).find(({ name }) => name !== "UTF-8" && iconv.encodingExists(name));
  if (!guess || guess.name === "ISO-8859-1") return "windows-1252";
  return guess.name;
}
