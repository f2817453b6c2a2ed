import type { DriftDocument } from "../../src/quality/drift/measures";
import { randomOf } from "../../src/quality/statistics/random-of";

const AXES = 24;
const DAY_MS = 86_400_000;
/** Days of one hand: most of their documents are of one kind. */
const ONE_HANDED = 0.3;

type Source = {
  /** Returns documents of so many days, `each` a day on average. `change` says what is other than usual. */
  of(firstDay: number, days: number, each: number, change?: Change): DriftDocument[];
};
export const changes = [
  "language",
  "confidence",
  "meaning",
  "scans",
  "unknown",
  "encoding",
  "duplicates",
] as const;
export type Change = (typeof changes)[number];

/** A source that sends three kinds of documents. Some days one kind comes alone. */
export function aSource(seed: number): Source {
  const random = randomOf(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const kinds = Array.from({ length: 4 }, () => Float32Array.from({ length: AXES }, normal));
  let last = 0;

  function one(kind: number, day: string, change: Change | undefined): DriftDocument {
    const isOdd = change !== undefined && random() < 0.7;
    const about = change === "meaning" && isOdd ? 3 : kind;
    const vector = Float32Array.from(
      { length: AXES },
      (_, axis) => (kinds[about]?.[axis] ?? 0) + normal(),
    );
    const length = Math.hypot(...vector);
    const sureness =
      change === "confidence" && isOdd ? 0.3 + 0.4 * random() : 1 - 0.4 * random() ** 2;
    const isScan = random() < 0.2;
    last += 1;
    return {
      id: `doc_${seed}_${last}`,
      day,
      isUnknown: change === "unknown" && isOdd ? true : random() < 0.05,
      confidence: sureness,
      vector: vector.map((value) => value / length),
      values: {
        language: change === "language" && isOdd ? "fr" : random() < 0.8 ? "de" : "en",
        pages: Math.ceil(6 * random() ** 3) + kind,
        words: Math.round(100 + 900 * random()),
        ocrQuality:
          isScan || change === "scans"
            ? (change === "scans" && isOdd ? 0.5 : 0.8) + 0.15 * random()
            : null,
        emptyText: random() < 0.02 ? 1 : 0,
        nearDuplicates: change === "duplicates" && isOdd ? 2 : random() < 0.1 ? 1 : 0,
        garbledShare: 0,
        mojibake: change === "encoding" && isOdd ? 5 : 0,
        lostCharacters: 0,
      },
    };
  }

  return {
    of(firstDay, days, each, change) {
      return Array.from({ length: days }, (_, at) => {
        const day = new Date((firstDay + at) * DAY_MS).toISOString().slice(0, 10);
        const alone = random() < ONE_HANDED ? Math.floor(3 * random()) : null;
        const count = Math.round(2 * each * random());
        return Array.from({ length: count }, () =>
          one(alone ?? Math.floor(3 * random()), day, change),
        );
      }).flat();
    },
  };
}
