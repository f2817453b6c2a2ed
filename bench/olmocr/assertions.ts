import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One line of the set: a statement about one page of a PDF. The set's own README says what each kind means. */
export type Assertion = {
  pdf: string;
  page: number;
  id: string;
  type: string;
  max_diffs?: number;
} & Partial<
  Record<
    | "text"
    | "before"
    | "after"
    | "cell"
    | "up"
    | "down"
    | "left"
    | "right"
    | "top_heading"
    | "left_heading"
    | "format",
    string
  >
> & {
    case_sensitive?: boolean;
    first_n?: number | null;
    last_n?: number | null;
    max_length?: number | null;
    check_disallowed_characters?: boolean;
  };

/** Returns the assertions of all `*.jsonl` files in a folder, and a baseline for each page that has none of its own. */
export async function assertionsIn(directory: string): Promise<Assertion[]> {
  const found: Assertion[] = [];
  for await (const name of glob("*.jsonl", { cwd: directory })) {
    const lines = (await readFile(join(directory, name), "utf8")).split("\n");
    for (const line of lines) if (line.trim() !== "") found.push(JSON.parse(line));
  }
  const bases = new Set(found.filter(({ type }) => type === "baseline").map(pageKey));
  for (const each of [...found])
    if (!bases.has(pageKey(each))) {
      bases.add(pageKey(each));
      found.push({
        pdf: each.pdf,
        page: each.page,
        id: `${pageKey(each)} baseline`,
        type: "baseline",
      });
    }
  return found;
}

/** Returns the name of one page of the set. */
export function pageKey({ pdf, page }: Pick<Assertion, "pdf" | "page">): string {
  return `${pdf} ${page}`;
}
