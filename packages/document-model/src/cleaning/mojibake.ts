import type { Span } from "../parsed-document";

/** Characters that stand for one letter, because UTF-8 was read as Windows-1252; `text` is that letter. */
export type Mojibake = { span: Span; text: string };

/** Fewer are no proof: somebody may have written them. */
const LEAST = 2;

/**
 * Finds the places of a text where UTF-8 was read as Windows-1252, such as "GrÃ¼ÃŸe" for "Grüße". Also where that happened twice. Returns
 * none if there are too few to be sure.
 */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const match of text.matchAll(candidate)) {
    const repaired = repair(match[0]);
    if (repaired !== match[0])
      found.push({ span: [match.index, match.index + match[0].length], text: repaired });
  }
  return found.length >= LEAST ? found : [];
}

const decoder = new TextDecoder("windows-1252");
/** Each character of Windows-1252 above ASCII with its byte. The five bytes without a character are kept as control characters. */
const byteOf = new Map(
  Array.from({ length: 128 }, (_, at) => [decoder.decode(new Uint8Array([128 + at])), 128 + at]),
);
const candidate = new RegExp(
  `[${[...byteOf.keys()].join("").replace(/[\]\\^-]/g, "\\$&")}]{2,}`,
  "g",
);

/** Repairs the sequences within that are UTF-8, up to three times over. */
function repair(characters: string, times = 3): string {
  const once = decodeUtf8(characters);
  return once === characters || times === 0 ? once : repair(once, times - 1);
}

/** Replaces every valid sequence of several bytes by its character; leaves all else. */
function decodeUtf8(characters: string): string {
  let repaired = "";
  for (let at = 0; at < characters.length; ) {
    const length = lengthAt(characters, at);
    repaired +=
      length === 0 ? characters[at] : (decodedAt(characters, at, length) ?? characters[at]);
    const isDecoded = length > 0 && decodedAt(characters, at, length) !== null;
    at += isDecoded ? length : 1;
  }
  return repaired;
}

function lengthAt(characters: string, at: number): number {
  const lead = byteOf.get(characters[at] ?? "") ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const strict = new TextDecoder("utf-8", { fatal: true });

function decodedAt(characters: string, at: number, length: number): string | null {
  const bytes = Array.from({ length }, (_, n) => byteOf.get(characters[at + n] ?? ""));
  if (bytes.some((byte) => byte === undefined)) return null;
  try {
    const decoded = strict.decode(Uint8Array.from(bytes, (byte) => byte ?? 0));
    return /\p{Cc}/u.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}
