/** Texts and their vectors, which many passages are made of. */
export type Base = { texts: string[]; vectors: Float32Array[] };

export type MadePassage = {
  documentId: string;
  number: number;
  vector: Float32Array;
  text: string;
  payload: {
    projectIds: string[];
    access: string[];
    type: string;
    status: string;
    language: string;
    createdAt: string;
    page: number;
  };
};

export type MadeQuery = { text: string; vector: Float32Array };

export const PROJECTS = 100;
const PASSAGES_A_DOCUMENT = 10;
/** One document of so many is restricted to people who do not ask. */
const RESTRICTED = 10;
/** The share of words that come from another text. */
const STRANGE_WORDS = 0.3;
const QUERY_WORDS = 10;
/** Length of the noise that is added to a vector of length 1. */
const PASSAGE_NOISE = 0.6;
const QUERY_NOISE = 0.5;

/** Yields documents of ten passages each: base texts with words of others among theirs, and vectors with noise. Each run makes the same. */
export function* madeDocuments(base: Base, passages: number): Iterable<MadePassage[]> {
  const random = seeded(7);
  for (let first = 0; first < passages; first += PASSAGES_A_DOCUMENT) {
    const document = first / PASSAGES_A_DOCUMENT;
    const payload = {
      projectIds: [`prj_${document % PROJECTS}`],
      access: [document % RESTRICTED === 0 ? "usr_other" : "ws"],
      type: document % 3 === 0 ? "contract" : "report",
      status: "ready",
      language: "en",
      createdAt: new Date(Date.UTC(2024, 0, 1 + (document % 700))).toISOString(),
    };
    yield Array.from({ length: Math.min(PASSAGES_A_DOCUMENT, passages - first) }, (_, number) => {
      const at = Math.floor(random() * base.texts.length);
      return {
        documentId: `doc_${document}`,
        number,
        vector: noisy(base.vectors[at], PASSAGE_NOISE, random),
        text: mixed(base.texts, at, random),
        payload: { ...payload, page: number + 1 },
      };
    });
  }
}

/** Returns queries of ten words that stand in a row in a base text. */
export function madeQueries(base: Base, count: number): MadeQuery[] {
  const random = seeded(11);
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * base.texts.length);
    const words = (base.texts[at] ?? "").split(/\s+/);
    const start = Math.floor(random() * Math.max(1, words.length - QUERY_WORDS));
    return {
      text: words.slice(start, start + QUERY_WORDS).join(" "),
      vector: noisy(base.vectors[at], QUERY_NOISE, random),
    };
  });
}

function mixed(texts: readonly string[], at: number, random: () => number): string {
  const words = (texts[at] ?? "").split(/\s+/);
  const others = (texts[Math.floor(random() * texts.length)] ?? "").split(/\s+/);
  return words
    .map((word) =>
      random() < STRANGE_WORDS ? (others[Math.floor(random() * others.length)] ?? word) : word,
    )
    .join(" ");
}

function noisy(vector: Float32Array | undefined, length: number, random: () => number) {
  if (!vector) throw new Error("There is no base text.");
  const noise = Float32Array.from(vector, () => normal(random));
  const scale = length / Math.hypot(...noise);
  const sum = vector.map((each, index) => each + scale * (noise[index] ?? 0));
  const norm = Math.hypot(...sum);
  return sum.map((each) => each / norm);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Park and Miller's generator: numbers from 0 to 1, always the same ones for a seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
