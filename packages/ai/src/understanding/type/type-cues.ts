import type { DocumentInput } from "../../ai";
import { cues, heads } from "./cue-patterns";

const HEAD_LINES = 12;
const CHARACTERS_READ = 24_000;
/** Counts saturate: this many in a page are as good as more. */
const SATURATION = 4;
const CHARACTERS_IN_A_PAGE = 3_000;

/** The names of the cues, in the order of `typeCues`. */
export const cueNames: readonly string[] = [
  ...Object.keys(heads).map((name) => `head ${name}`),
  ...Object.keys(cues),
  "is mail",
  "is sheet",
  "is slides",
  "is captions",
  "long",
  "short",
  "short lines",
  "digits",
  "capitals",
  "delimited",
  "money column",
  "tables",
  "slide pages",
];

/** Returns the visible cues of a document's kind, each from 0 to 1, without understanding the text. */
export function typeCues({ text, format, blocks, pageCount }: DocumentInput): Float32Array {
  const read = text.slice(0, CHARACTERS_READ);
  const head = read
    .trimStart()
    .split("\n", HEAD_LINES * 2)
    .filter((line) => line.trim() !== "")
    .slice(0, HEAD_LINES)
    .map((line) => line.trim())
    .join("\n");
  const lines = read.split("\n").filter((line) => line.trim() !== "");
  const pages = Math.max(1, read.length / CHARACTERS_IN_A_PAGE);
  const share = (count: number) => count / Math.max(1, lines.length);

  return Float32Array.from([
    ...Object.values(heads).map((pattern) => Number(pattern.test(head))),
    ...Object.values(cues).map((pattern) =>
      saturated((read.match(pattern)?.length ?? 0) / Math.sqrt(pages)),
    ),
    Number(/eml|msg|mail|mbox|pst/i.test(format)),
    Number(/xls|csv|tsv|ods|sheet|numbers/i.test(format)),
    Number(/ppt|odp|presentation|slides|keynote/i.test(format)),
    Number(/vtt|srt|caption/i.test(format)),
    Math.min(1, text.length / 60_000),
    Number(text.length < 700),
    share(lines.filter((line) => line.trim().length < 40).length),
    (read.match(/\d/g)?.length ?? 0) / Math.max(1, read.length),
    (read.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, read.match(/\p{L}/gu)?.length ?? 0),
    share(
      lines.filter(
        (line) => /^[^,;|\t]*(?:[,;|\t][^,;|\t]*){3,}$/.test(line) && !/[.!?]$/.test(line),
      ).length,
    ),
    share(lines.filter((line) => /\d[.,]\d{2}(?: [A-Z])?$/.test(line.trim())).length),
    Math.min(1, blocks.filter(({ kind }) => /table/i.test(kind)).length / 5),
    Number(pageCount > 3 && text.length / pageCount < 500),
  ]);
}

function saturated(count: number): number {
  return count / (count + SATURATION);
}
