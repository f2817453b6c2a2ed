import { type Graph, linksOf, type Page } from "./client";

/** A thing of a delta of Outlook or Teams. It may have left. */
export type Removable = { id?: string; "@removed"?: { reason?: string } };

/** The place at which a round of a delta goes on. */
export type Place = { link: string };

export const keepLink = (link: string): string => JSON.stringify({ link } satisfies Place);
export const linkOf = (kept: string): string => (JSON.parse(kept) as Place).link;

/**
 * Reads a whole round of a delta and returns the link of the next one. Outlook and Teams have no `token=latest`: the only way to a
 * link of changes leads through all that is there.
 */
export async function endOfRound(
  graph: Graph,
  first: string,
  prefer: readonly string[],
): Promise<string> {
  let link = "";
  for await (const page of graph.pages(first, { about: "root", prefer })) {
    link = linksOf(page).end ?? link;
  }
  return link;
}

/** Yields the pages of a round with what is listed and what left, each once: the last that a page tells of a thing holds. */
export async function* round<Thing extends Removable>(
  graph: Graph,
  path: string,
  how: { about: "root" | "changes"; prefer: readonly string[] },
): AsyncGenerator<{ found: Thing[]; removed: string[]; next: string | null; end: string | null }> {
  for await (const page of graph.pages<Thing>(path, how)) {
    const last = lastOfEach(page);
    yield {
      found: last.filter((one) => !one["@removed"]),
      removed: last.flatMap((one) => (one["@removed"] && one.id ? [one.id] : [])),
      ...linksOf(page),
    };
  }
}

function lastOfEach<Thing extends Removable>({ value }: Page<Thing>): Thing[] {
  const last = new Map<string, Thing>();
  for (const one of value) {
    last.delete(one.id ?? "");
    last.set(one.id ?? "", one);
  }
  return [...last.values()];
}
