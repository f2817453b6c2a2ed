import type { Report } from "../report";
import type { Labelled, LabelledText } from "./labelled-texts";

type Stretch = { start: number; end: number };

/** Counts what of the labels would leave, and what is replaced that no label names. */
export function createLeaks() {
  const kinds = new Map<string, { labelled: number; leaked: number }>();
  let [replaced, needless] = [0, 0];
  return {
    /** Adds a text with the stretches that are replaced in it. Returns the labels of which something leaves, and what is replaced needlessly. */
    add({ text, labels }: LabelledText, stretches: readonly Stretch[]) {
      const covered = new Uint8Array(text.length);
      for (const { start, end } of stretches) covered.fill(1, start, end);
      const leaks: Labelled[] = [];
      for (const label of labels.filter(({ kind }) => kind !== "")) {
        const own = kinds.get(label.kind) ?? { labelled: 0, leaked: 0 };
        own.labelled++;
        if (leavesAny(text, label, covered)) {
          own.leaked++;
          leaks.push(label);
        }
        kinds.set(label.kind, own);
      }
      const wrong = stretches.filter(
        ({ start, end }) => !labels.some((label) => start < label.end && label.start < end),
      );
      replaced += stretches.length;
      needless += wrong.length;
      return { leaks, needless: wrong };
    },
    report(prefix: string): Report {
      const all = [...kinds.values()];
      const labelled = all.reduce((sum, each) => sum + each.labelled, 0);
      const leaked = all.reduce((sum, each) => sum + each.leaked, 0);
      return {
        [`${prefix}labels`]: labelled,
        [`${prefix}recall`]: share(labelled - leaked, labelled),
        [`${prefix}precision`]: share(replaced - needless, replaced),
        ...Object.fromEntries(
          [...kinds].map(([kind, own]) => [
            `${prefix}${kind}_recall`,
            share(own.labelled - own.leaked, own.labelled),
          ]),
        ),
      };
    },
  };
}

function leavesAny(text: string, { start, end }: Stretch, covered: Uint8Array): boolean {
  for (let place = start; place < end; place++)
    if (covered[place] === 0 && /[\p{L}\p{N}]/u.test(text[place] ?? "")) return true;
  return false;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1_000 * part) / whole) / 10;
}
