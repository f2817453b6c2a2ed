import { readdir, readFile } from "node:fs/promises";
import { join, parse } from "node:path";

/** `box` is left, top, right, bottom of a line in pixels. */
export type TrueLine = { text: string; box: [number, number, number, number] };

export type Receipt = {
  image: string;
  fileName: string;
  lines: TrueLine[];
  fields: Record<string, string>;
};

/** `img/*.jpg`, `box/*.csv` (x1,y1,...,x4,y4,transcript) and `key/*.json` of the same names, in the order of the names. */
export async function readReceipts(directory: string): Promise<Receipt[]> {
  const images = (await readdir(join(directory, "img"))).filter((name) => /\.jpe?g$/i.test(name));
  return Promise.all(
    images.sort().map(async (fileName) => {
      const { name } = parse(fileName);
      const box = await readFile(join(directory, "box", `${name}.csv`), "utf8");
      const key = await readFile(join(directory, "key", `${name}.json`), "utf8");
      return {
        image: join(directory, "img", fileName),
        fileName,
        lines: box.split(/\r?\n/).flatMap(lineOf),
        fields: fieldsOf(JSON.parse(key)),
      };
    }),
  );
}

function lineOf(row: string): TrueLine[] {
  const values = row.split(",");
  const text = values.slice(8).join(",").trim();
  if (text === "") return [];
  const at = values.slice(0, 8).map(Number);
  const [xs, ys] = [0, 1].map((odd) => at.filter((_, index) => index % 2 === odd));
  if (!xs || !ys) return [];
  return [{ text, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }];
}

function fieldsOf(key: unknown): Record<string, string> {
  if (typeof key !== "object" || key === null) return {};
  const entries = Object.entries(key).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].trim() !== "",
  );
  return Object.fromEntries(entries);
}
