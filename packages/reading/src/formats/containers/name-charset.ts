import { eld } from "eld/small";
import { frequentShare } from "../../detect/common-characters";
import { decodeAs } from "../../detect/decode-as";
import { oddities } from "../../detect/oddities";

/**
 * The code pages in which packers write names without UTF-8. Windows and 7-Zip write those of DOS, other programs those of Windows: of two
 * that read a name equally well, the earlier is right.
 */
const single: [name: string, prior: number][] = [
  ["cp850", 0.6],
  ["cp437", 0.58],
  ["ibm866", 0.6],
  ["cp852", 0.57],
  ["windows-1252", 0.5],
  ["windows-1251", 0.5],
  ["windows-1250", 0.4],
];

/** Encodings with two bytes per character, and the first bytes of their common characters. */
const double: [name: string, common: (first: number, second: number) => boolean][] = [
  ["gb18030", (first) => first >= 0xb0 && first <= 0xd7],
  ["shift_jis", (first, second) => isKana(first, second) || (first >= 0x88 && first <= 0x98)],
  ["big5", (first) => first >= 0xa4 && first <= 0xc6],
  ["euc-kr", (first) => first >= 0xb0 && first <= 0xc8],
];

function isKana(first: number, second: number): boolean {
  return (
    (first === 0x82 && second >= 0x9f) || first === 0x83 || (first === 0x81 && second === 0x5b)
  );
}

/**
 * Guesses the encoding of names of files, which are too short for statistics of letters. Characters of Chinese, Japanese and Korean count
 * by how common they are, other letters by how odd they look beside each other.
 */
export function charsetOfNames(names: Buffer): string {
  let best = { name: "cp437", score: Number.NEGATIVE_INFINITY };
  const consider = (name: string, score: number) => {
    if (score > best.score) best = { name, score };
  };
  for (const [name, prior] of single) consider(name, prior + languageScore(names, name));
  for (const [name, isCommon] of double) {
    const share = commonShare(names, isCommon);
    const text = decodeAs(names, name) ?? "";
    if (share !== null && !text.includes("\ufffd"))
      consider(name, 0.7 * share + 0.5 * frequentShare(text, name) - oddShare(text));
  }
  return best.name;
}

/** Returns the share of common characters among those with two bytes; null if the bytes do not pair up. */
function commonShare(
  bytes: Buffer,
  isCommon: (first: number, second: number) => boolean,
): number | null {
  let [pairs, common] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[at + 1] ?? 0;
    if (second < 0x40) return null;
    pairs += 1;
    if (isCommon(first, second)) common += 1;
    at += 1;
  }
  return pairs === 0 ? null : common / pairs;
}

const languageWeight = 0.25;

function languageScore(bytes: Buffer, name: string): number {
  const text = decodeAs(bytes, name) ?? "";
  const likeness = Math.max(0, ...Object.values(eld.detect(text.slice(0, 2_000)).getScores()));
  const hasRaisedLetters = /\p{Lm}(?=\p{L})/u.test(text);
  return languageWeight * likeness - oddShare(text) - (hasRaisedLetters ? 0.5 : 0);
}

function oddShare(text: string): number {
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return beyond === 0 ? 0 : (1.5 * oddities(text)) / beyond;
}
