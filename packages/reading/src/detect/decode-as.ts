import iconv from "iconv-lite";

/** Decodes by the name of the encoding, as browsers understand the name. Returns null for unknown names. */
export function decodeAs(bytes: Uint8Array, charset: string): string | null {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^x-sjis$/, "shift_jis");
  if (/^utf-?7$/.test(name)) return iconv.decode(Buffer.from(bytes), "utf-7");
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return iconv.encodingExists(name) ? iconv.decode(Buffer.from(bytes), name) : null;
  }
}
