import Papa from "papaparse";

const candidates = ["\t", ";", "|", ","] as const;

const sampleCharacters = 50_000;
const sampleRows = 100;
const leastShare = 0.4;

/** Returns the separator that Excel writes into the first line of a file, such as "sep=;", and the text without that line. */
export function namedDelimiter(text: string): { delimiter: string | null; rest: string } {
  const plain = text.replace(/^\ufeff/, "");
  const found = /^"?sep=(.)"?[ \t]*(?:\r\n?|\n|$)/i.exec(plain);
  return { delimiter: found?.[1] ?? null, rest: found ? plain.slice(found[0].length) : plain };
}

/**
 * Returns the separator of the fields of a text, by a sample of its rows: the one that makes the most rows equally wide. A comma between digits counts
 * as a decimal sign where another separator makes a table.
 */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, sampleCharacters);
  const isCut = sample.length < text.length;
  const known = candidates.flatMap((delimiter) => {
    const widths = widthsOf(sample, delimiter, isCut);
    return sample.includes(delimiter) ? [{ delimiter, ...agreementOf(widths) }] : [];
  });
  const possible = known.filter(({ width, share }) => width > 1 && share >= leastShare);
  const others = possible.filter(({ delimiter }) => delimiter !== ",");
  const isDecimal = others.length > 0 && areCommasDecimal(sample);
  const [best] = (isDecimal ? others : possible).sort(
    (a, b) => Math.round((b.share - a.share) * 10) || b.width - a.width,
  );
  if (best?.delimiter === "," && isOneColumn(sample)) return "\t";
  return best?.delimiter ?? ",";
}

function widthsOf(sample: string, delimiter: string, isCut: boolean): number[] {
  const { data } = Papa.parse<string[]>(sample, {
    delimiter,
    preview: sampleRows,
    skipEmptyLines: true,
  });
  return (isCut && data.length < sampleRows ? data.slice(0, -1) : data).map(({ length }) => length);
}

/** Returns the most frequent width, and the share of the rows that have it. */
function agreementOf(widths: number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { width, share: widths.length === 0 ? 0 : times / widths.length };
}

/** Returns true for amounts below each other, with a head that has no comma. */
function isOneColumn(sample: string): boolean {
  const [head = "", ...lines] = sample.split(/\r?\n/).filter((line) => line.trim() !== "");
  const isAmount = (line: string) => /^\s*[-+]?\d+(\.\d{3})*,\d{2}\s*(€|EUR)?\s*$/.test(line);
  return !/,/.test(head) && lines.length > 0 && lines.every(isAmount);
}

function areCommasDecimal(sample: string): boolean {
  const commas = sample.match(/,/g)?.length ?? 0;
  const decimal = sample.match(/\d,(?=\d)/g)?.length ?? 0;
  return commas === 0 || decimal >= commas * 0.5;
}
