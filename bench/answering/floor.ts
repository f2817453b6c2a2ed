import { join } from "node:path";

import { percentile, type Report } from "../report";
import { isNamed, readCollections, readSearches } from "./set";
import { type Desk, openDesks } from "./workspaces";

/** Off-topic queries are asked where they are off topic: folders of recipes, news and animals are not among these. */
const OFFICES = ["sample", "contracts", "invoices", "mail"];
const TOP = 10;

type Options = { floor: string; data?: string; keep?: string; url?: string };

/** Searches for what is not there, and for what is: the share that finds nothing, and the share of wanted documents among the first ten. */
export async function floor({ floor: directory, ...given }: Options): Promise<Report> {
  const real = readSearches(join(directory, "real.txt"));
  const nonsense = readSearches(join(directory, "nonsense.txt"));
  const offTopic = readSearches(join(directory, "off-topic.txt"));
  const { deskOf, close } = await openDesks(given, readCollections(join(directory, "real.txt")));
  try {
    const times: number[] = [];
    const found = async (collection: string, query: string) => {
      const startedAt = performance.now();
      const names = await documentsFound(await deskOf(collection), query);
      times.push(performance.now() - startedAt);
      return names;
    };

    const collections = [...new Set(real.map(({ collection }) => collection))];
    const report: Report = {
      nonsense_finds_nothing: await emptyShare(nonsense, collections, found),
      off_topic_finds_nothing: await emptyShare(offTopic, OFFICES, found),
    };
    let recall = 0;
    for (const { query, collection, documents } of real) {
      const names = (await found(collection, query)).slice(0, TOP);
      const wanted = documents.slice(0, TOP);
      const share = wanted.filter((file) => names.some((name) => isNamed([file], name))).length;
      if (share < wanted.length) console.error(`${collection}  ${query}  ${names.join(", ")}`);
      recall += share / wanted.length;
    }
    report.recall_at_10 = (100 * recall) / real.length;
    report.search_p50_ms = percentile(times, 0.5);
    report.search_p95_ms = percentile(times, 0.95);
    return report;
  } finally {
    await close();
  }
}

type Found = (collection: string, query: string) => Promise<(string | null)[]>;

async function emptyShare(
  searches: readonly { query: string }[],
  collections: readonly string[],
  found: Found,
): Promise<number> {
  let empty = 0;
  for (const { query } of searches)
    for (const collection of collections) {
      const names = await found(collection, query);
      if (names.length === 0) empty += 1;
      else console.error(`${collection}  ${query}  >  ${names.length} documents, ${names[0]}`);
    }
  return (100 * empty) / (searches.length * collections.length);
}

/** The documents of the hits, best first, each once. */
async function documentsFound({ product, fileNameOf }: Desk, q: string) {
  const { items } = await product.trpc.search.find.query({ q, limit: 30 });
  return [...new Set(items.map(({ document }) => fileNameOf(document.id)))];
}
