import { relevanceOf } from "@besunny/core/search/ranking/floor";
import { rank } from "@besunny/core/search/ranking/rank";
import { percentile, type Report } from "../report";
import { readCollections } from "./collections";
import { readCuad } from "./cuad";
import { meanOf, measuresOf } from "./measures";
import { type Found, indexOf } from "./set-index";
import { type RetrievalSet, readBeir, readSquad, type SetQuery } from "./sets";
import { openVectors, type Vectors } from "./vectors";

type Options = {
  beir?: string;
  squad?: string;
  cuad?: string;
  nonsense?: string;
  data?: string;
  model?: string;
  language?: string;
  limit?: string;
};

/** As many candidates as the product takes for a page of 20. */
const CANDIDATES = 60;
const ways = ["words", "meaning", "fused", "ranked", "floored"] as const;

type Index = Awaited<ReturnType<typeof indexOf>>;

/**
 * Finds the passages of a set in process, with local models and the embedded index, as the product does. The same run measures words alone,
 * meaning alone, both fused by the index, and the product's ranking. Last comes that ranking without what is below the floor.
 */
export async function retrieve(options: Options): Promise<Report> {
  const { nothing = [], byDocument = false, ...set } = await readSet(options);
  const queries = set.queries.slice(0, Number(options.limit ?? 1e9));
  const vectors = await openVectors(options.model);
  const index = await indexOf(set.passages, vectors, options.language ?? null);
  try {
    const report = await measure({ index, vectors, queries, byDocument });
    const places = nothing.length > 0 ? placesOf(queries) : [];
    return {
      passages: set.passages.length,
      queries: queries.length,
      ...report,
      ...(places.length > 0 && (await measureNothing({ index, vectors, nothing, places }))),
    };
  } finally {
    await index.close();
    await vectors.close();
  }
}

type Read = RetrievalSet & { nothing?: string[]; byDocument?: boolean };

async function readSet({
  beir,
  squad,
  cuad,
  nonsense,
  data = "../shared/data",
}: Options): Promise<Read> {
  if (beir) return readBeir(beir);
  if (squad) return readSquad(squad);
  if (cuad) return readCuad(cuad);
  if (nonsense) return { ...(await readCollections(nonsense, data)), byDocument: true };
  throw new Error(
    "Say which set: pnpm bench retrieve --beir DIR | --squad FILE | --cuad DIR | --nonsense DIR",
  );
}

type Measured = {
  index: Index;
  vectors: Vectors;
  queries: readonly SetQuery[];
  byDocument: boolean;
};

async function measure({ index, vectors, queries, byDocument }: Measured): Promise<Report> {
  const asked = await vectors.of(
    queries.map(({ text }) => text),
    "query",
  );
  const took: number[] = [];
  const measured = queries.flatMap(({ text, within, wanted }, at) => {
    const vector = asked[at];
    if (!vector) return [];
    const began = performance.now();
    const found = index.search({ vector, text, ...(within && { within }), limit: CANDIDATES });
    const lists = listsOf(text, found, { model: vectors.model, isWithin: within?.size === 1 });
    took.push(performance.now() - began);
    const idOf = ({ id, document }: Found) => (byDocument ? document : id);
    return [
      Object.fromEntries(
        ways.map((way) => [way, measuresOf([...new Set(lists[way].map(idOf))], wanted)]),
      ),
    ];
  });
  const report: Report = {};
  for (const way of ways)
    for (const name of ["ndcg", "hit", "recall"] as const)
      report[`${way}_${name}`] = meanOf(measured.map((each) => each[way]?.[name] ?? 0));
  return { ...report, query_p50_ms: percentile(took, 0.5), query_p95_ms: percentile(took, 0.95) };
}

/** The hits in the order of each way. */
function listsOf(
  text: string,
  found: readonly Found[],
  { model, isWithin }: { model: string; isWithin: boolean },
): Record<(typeof ways)[number], Found[]> {
  const by = (leg: "dense" | "lexical") =>
    found
      .filter(({ why }) => why[leg] !== null)
      .sort((a, b) => (b.why[leg] ?? 0) - (a.why[leg] ?? 0));
  const ranked = rank(text, found);
  const relevance = relevanceOf(ranked, model, isWithin);
  return {
    words: by("lexical"),
    meaning: by("dense"),
    fused: [...found],
    ranked,
    floored: ranked.filter((_, at) => relevance[at]),
  };
}

/** The different sets of documents that queries search. */
function placesOf(queries: readonly SetQuery[]): ReadonlySet<string>[] {
  const places = new Map(
    queries.flatMap(({ within }) => (within ? [[[...within].join(), within] as const] : [])),
  );
  return [...places.values()];
}

type Nothing = { index: Index; vectors: Vectors; nothing: string[]; places: ReadonlySet<string>[] };

/** Counts the searches that rightly find nothing, each in every collection. */
async function measureNothing({ index, vectors, nothing, places }: Nothing): Promise<Report> {
  const asked = await vectors.of(nothing, "query");
  let silent = 0;
  for (const within of places)
    for (const [at, text] of nothing.entries()) {
      const vector = asked[at];
      if (!vector) continue;
      const found = index.search({ vector, text, within, limit: CANDIDATES });
      if (
        listsOf(text, found, { model: vectors.model, isWithin: within.size === 1 }).floored
          .length === 0
      )
        silent += 1;
    }
  return {
    nothing: nothing.length * places.length,
    nothing_found_nothing: silent / (nothing.length * places.length),
  };
}
