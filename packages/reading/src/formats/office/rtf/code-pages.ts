import iconv from "iconv-lite";

const byCharset: Record<number, string> = {
  0: "windows-1252",
  77: "macintosh",
  128: "shift_jis",
  129: "cp949",
  130: "cp949",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
  255: "cp437",
};

/** Returns the encoding of a font's charset, or undefined for symbols and for the file's own encoding. */
export function encodingOfCharset(charset: number): string | undefined {
  return byCharset[charset];
}

export function encodingOfCodePage(page: number): string {
  if (page === 65001) return "utf8";
  if (page === 10000) return "macintosh";
  for (const name of [`windows-${page}`, `cp${page}`]) if (iconv.encodingExists(name)) return name;
  return "windows-1252";
}

export function decodeBytes(bytes: number[], encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding);
}
