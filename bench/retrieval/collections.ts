import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { cutFiles } from "./cuts";
import type { RetrievalSet } from "./sets";

const samples = "apps/cli/sample/files";

type Line = { query: string; collection: string; documents: string[] };

/**
 * Reads a folder in the form of bench/sets/search. `real.txt` has searches, their collections and the documents that they want. Searches of
 * `nonsense.txt` and `off-topic.txt` should find nothing. The files of the collections are below `data`. A search looks into its
 * collection alone.
 */
export async function readCollections(
  folder: string,
  data: string,
): Promise<RetrievalSet & { nothing: string[] }> {
  const lines = linesOf(await readFile(join(folder, "real.txt"), "utf8")).map((line): Line => {
    const [query = "", collection = "", ...documents] = line.split("\t");
    return { query, collection, documents };
  });
  const lists = join(folder, "../judged/collections.json");
  const known: Record<string, string[]> = existsSync(lists)
    ? JSON.parse(await readFile(lists, "utf8"))
    : {};
  const files = new Map<string, Map<string, string>>();
  for (const { collection } of lines)
    if (!files.has(collection))
      files.set(collection, await filesOf(collection, data, known[collection]));
  const cuts = await cutFiles([
    ...new Set([...files.values()].flatMap((paths) => [...paths.values()])),
  ]);

  const nothing = await Promise.all(
    ["nonsense.txt", "off-topic.txt"].map((name) =>
      readFile(join(folder, name), "utf8").catch(() => ""),
    ),
  );
  return {
    passages: [...cuts.values()].flat(),
    queries: lines.map(({ query, collection, documents }) => {
      const paths = files.get(collection) ?? new Map<string, string>();
      const wanted = documents.flatMap((name) => paths.get(name) ?? []);
      return {
        text: query,
        wanted: new Map(wanted.map((path) => [path, 1])),
        within: new Set(paths.values()),
      };
    }),
    nothing: nothing.flatMap(linesOf),
  };
}

/** The paths of the files of a collection by the names that the lists use. */
async function filesOf(
  collection: string,
  data: string,
  listed?: string[],
): Promise<Map<string, string>> {
  if (listed) return new Map(listed.map((name) => [name, join(data, name)]));
  const folder = collection === "sample" ? samples : join(data, collection);
  const paths: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true }))
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  const nameOf = (path: string) =>
    collection === "sample" ? basename(path) : path.slice(data.length + 1);
  return new Map(paths.sort().map((path) => [nameOf(path), path]));
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
