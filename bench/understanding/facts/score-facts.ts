import type { Fact, FieldDefinition } from "@besunny/ai/ai";
import type { Report } from "../../report";
import type { FactCase } from "./expected";
import { isSameValue } from "./same-value";

/** The facts that one reader found in one document. `facts` is null if the document could not be read. */
export type Outcome = { from: FactCase; facts: readonly Fact[] | null };

/** One field of one document. `stated` values are of sure facts; a field without an expected value is counted apart. */
export type FieldScore = {
  document: string;
  field: string;
  expected: string[];
  stated: string[];
  isFound: boolean;
  right: number;
};

/** Compares the facts of documents with what is expected, field by field. A contradicted fact counts as each of its values. */
export function scoreFacts(
  outcomes: readonly Outcome[],
  cardOf: (type: string) => readonly FieldDefinition[],
): FieldScore[] {
  return outcomes.flatMap(({ from, facts }) =>
    Object.entries(from.expected.fields).map(([field, expected]): FieldScore => {
      const definition = cardOf(from.expected.type).find(({ name }) => name === field);
      const kind = definition?.kind ?? "text";
      const stated = (facts ?? []).filter(({ name }) => name === field);
      const isRight = (fact: Fact) => expected.some((each) => isSameValue(kind, fact, each));
      const found = expected.filter((each) => stated.some((fact) => isSameValue(kind, fact, each)));
      return {
        document: from.name,
        field,
        expected,
        stated: stated.map(({ value }) => value),
        isFound: expected.length > 0 && found.length === expected.length,
        right: stated.filter(isRight).length,
      };
    }),
  );
}

/** Keys of each field: documents with an expected value, share of them found, share of the stated values that are right, values elsewhere. */
export function reportOf(scores: readonly FieldScore[], prefix: string): Report {
  const report: Report = {};
  for (const [field, own] of Map.groupBy(scores, (score) => score.field)) {
    const key = `${prefix}_${field.toLowerCase().replace(/[^a-z]+/g, "_")}`;
    const asked = own.filter(({ expected }) => expected.length > 0);
    if (asked.length === 0) continue;
    const stated = asked.reduce((sum, each) => sum + each.stated.length, 0);
    const right = asked.reduce((sum, each) => sum + each.right, 0);
    report[`${key}_expected`] = asked.length;
    report[`${key}_found`] = asked.filter(({ isFound }) => isFound).length / asked.length;
    report[`${key}_right`] = right / Math.max(1, stated);
    report[`${key}_elsewhere`] = own.filter(
      ({ expected, stated: values }) => expected.length === 0 && values.length > 0,
    ).length;
  }
  return report;
}
