import type { Report } from "../../report";

export type KindSpan = { kind: string; start: number; end: number };

/** The kinds with a structure that can be checked, whose figures are also added up. */
export const structured = ["email", "iban", "card", "social-security", "ip", "phone"];

type Tally = { labelled: number; found: number; exact: number; stated: number; right: number };

/** Compares found spans with labelled ones, kind by kind. A span is found if one of its kind overlaps it, and exact if one equals it. */
export function createTally() {
  const tallies = new Map<string, Tally>();
  const of = (kind: string): Tally => {
    const known = tallies.get(kind) ?? { labelled: 0, found: 0, exact: 0, stated: 0, right: 0 };
    tallies.set(kind, known);
    return known;
  };

  return {
    add(labelled: readonly KindSpan[], stated: readonly KindSpan[]): void {
      for (const span of labelled) {
        const tally = of(span.kind);
        tally.labelled += 1;
        if (stated.some((other) => overlaps(span, other))) tally.found += 1;
        if (stated.some((other) => equals(span, other))) tally.exact += 1;
      }
      for (const span of stated) {
        const tally = of(span.kind);
        tally.stated += 1;
        if (labelled.some((other) => overlaps(span, other))) tally.right += 1;
      }
    },

    /** Returns precision, recall and exact recall of the kinds that are labelled, and of the structured ones together. */
    report(prefix = ""): Report {
      const report: Report = {};
      const state = (name: string, { labelled, found, exact, stated, right }: Tally) => {
        report[`${prefix}${name}_labelled`] = labelled;
        report[`${prefix}${name}_precision`] = right / Math.max(1, stated);
        report[`${prefix}${name}_recall`] = found / Math.max(1, labelled);
        report[`${prefix}${name}_exact`] = exact / Math.max(1, labelled);
      };
      const kinds = [...tallies].filter(([, { labelled }]) => labelled > 0);
      for (const [kind, tally] of kinds.sort()) state(kind.replaceAll("-", "_"), tally);
      const checked = kinds.filter(([kind]) => structured.includes(kind)).map(([, tally]) => tally);
      state(
        "structured",
        checked.reduce(sum, { labelled: 0, found: 0, exact: 0, stated: 0, right: 0 }),
      );
      return report;
    },
  };
}

function sum(one: Tally, other: Tally): Tally {
  return {
    labelled: one.labelled + other.labelled,
    found: one.found + other.found,
    exact: one.exact + other.exact,
    stated: one.stated + other.stated,
    right: one.right + other.right,
  };
}

function overlaps(one: KindSpan, other: KindSpan): boolean {
  return one.kind === other.kind && one.start < other.end && other.start < one.end;
}

function equals(one: KindSpan, other: KindSpan): boolean {
  return one.kind === other.kind && one.start === other.start && one.end === other.end;
}
