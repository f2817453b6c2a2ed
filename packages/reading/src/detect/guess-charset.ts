import { analyse } from "chardet";
import { eld } from "eld/small";
import { frequentShare } from "./common-characters";
import { decodeAs } from "./decode-as";
import { oddities } from "./oddities";

const sampleBytes = 6_000;

/** Encodings with one byte per character. Of two similar encodings, the more common is first. */
const single = [
  "windows-1252",
  "windows-1251",
  "windows-1250",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-874",
  "koi8-r",
  "koi8-u",
  "ibm866",
  "macintosh",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "windows-1258",
  "x-mac-cyrillic",
  "cp850",
  "cp437",
  "cp852",
];

/**
 * Guesses the encoding of text that is not UTF-8, as a name that `decodeAs` knows. Tries the possible encodings with two bytes per
 * character, and all with one byte. Returns the encoding in which the text is most like a language.
 */
export function guessCharset(bytes: Buffer): string {
  const sample = densestLines(bytes);
  const [counted] = analyse(sample).filter(({ name }) => !/^UTF|^ISO-2022|^ASCII/.test(name));
  const double = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"].filter((name) =>
    reads(sample, name),
  );
  const names = [...new Set([...double, ...single])];
  let best = { name: "windows-1252", score: Number.NEGATIVE_INFINITY };
  for (const name of names) {
    const trust = counted && same(counted.name, name) ? counted.confidence / 1_000 : 0;
    // Windows encodings are far more common, and read the letters of similar ISO encodings as odd signs.
    const rare = /^(iso-|cp|ibm)/.test(name) ? 0.03 : 0;
    const text = decodeAs(sample, name) ?? "";
    const known = double.includes(name) ? frequentShare(text, name) - 0.3 : 0;
    const score = scoreOf(text) + trust + known - rare;
    if (score > best.score) best = { name, score };
  }
  return best.name;
}

/** Returns the part from the first line with letters beyond ASCII, because ASCII is the same in all encodings. */
function densestLines(bytes: Buffer): Buffer {
  if (bytes.length <= sampleBytes) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const line = bytes.lastIndexOf(10, first) + 1;
  return bytes.subarray(line, line + sampleBytes);
}

function same(counted: string, name: string): boolean {
  return (
    counted
      .toLowerCase()
      .replace(/^iso-8859-1$/, "windows-1252")
      .replace(/^iso-8859-2$/, "windows-1250") === name
  );
}

function reads(bytes: Buffer, name: string): boolean {
  const text = new TextDecoder(name).decode(bytes);
  return (text.match(/\ufffd/g)?.length ?? 0) <= 1;
}

function scoreOf(text: string): number {
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
  if (beyond === 0) return 0;
  const scores = Object.values(eld.detect(text.slice(0, 2_000)).getScores());
  return Math.max(0, ...scores) - (2 * oddities(text)) / beyond;
}
