import type { FieldDefinition } from "../../../ai";
import { findMoney } from "../../entities/amounts";
import type { Conventions } from "../../entities/conventions";
import type { Candidate } from "../candidate";

/** Fields whose sum a sentence states. A bill has sums of many kinds, which labels tell apart. */
const stating: ReadonlySet<string> = new Set([
  "rent",
  "salary",
  "premium",
  "deductible",
  "sum insured",
  "contract value",
  "gross pay",
  "net pay",
  "budget",
]);

const verb =
  "(?:is|are|shall be|will be|amounts? to|comes to|beträgt|betragen|beläuft sich auf|est de|est fixé à|s['’]élève à|es de|asciende a|será de)";
/** The most letters between the verb and the sum: "is set at a monthly sum of". */
const BETWEEN = 24;
const CONFIDENCE = 0.86;
/** Words before a sum that is a former one, a bound or a part. */
const otherSum =
  /(?<!\p{L})(?:from|increased?|raised|reduced|lowered|not|more|less|most|least|over|under|up to|plus|von|erhöht|gesenkt|nicht|höchstens|mindestens|augmenté|réduit|pas|desde|aumentad[oa]|reducid[oa]|no|máximo)(?!\p{L})/iu;

/** Finds sums that a sentence states of a field: "The monthly rent is €4,100". */
export function statedSums(
  text: string,
  fields: readonly FieldDefinition[],
  conventions: Conventions,
): Candidate[] {
  return fields
    .filter(({ name, kind }) => kind === "money" && stating.has(name))
    .flatMap((field) => {
      const labels = field.labels
        .toSorted((a, b) => b.length - a.length)
        .map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));
      if (labels.length === 0) return [];
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${labels.join("|")})(?:\\s\\([^()\\n]{1,40}\\))?\\s+${verb}(?!\\p{L})([^.;\\n\\d€$£]{0,${BETWEEN}})`,
        "giu",
      );
      return [...text.matchAll(pattern)].flatMap(
        ({ 0: said, 1: between = "", index }): Candidate[] => {
          const from = index + said.length - between.length;
          const [sum] = findMoney(text.slice(from, from + BETWEEN + 30), conventions);
          if (!sum?.normalised || sum.start > between.length + 1 || otherSum.test(between))
            return [];
          const span: [number, number] = [from + sum.start, from + sum.end];
          return [
            {
              name: field.name,
              value: sum.normalised,
              normalised: sum.normalised,
              confidence: CONFIDENCE,
              evidence: [span],
              origin: "label",
            },
          ];
        },
      );
    });
}
