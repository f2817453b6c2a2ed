import { analyse } from "chardet";

/** A guess at the encoding of text that is not UTF-8, as a name that `TextDecoder` knows. */
export function likeliestCharset(bytes: Buffer): string {
  const sample = bytes.length > 100_000 ? bytes.subarray(0, 100_000) : bytes;
  const guess = analyse(sample).find(({ name }) => !/^UTF|^ISO-2022|^ASCII/.test(name));
  if (!guess || guess.name === "ISO-8859-1") return "windows-1252";
  return guess.name;
}
