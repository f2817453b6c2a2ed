import { habits } from "./habits";
import { knowledge } from "./knowledge";
import { law } from "./law";
import { money } from "./money";
import { parts } from "./parts";
import { work } from "./work";

/** All concepts by name. Each names many phrases; see `money.ts` for the form. */
export const concepts: Record<string, string> = {
  ...money,
  ...law,
  ...work,
  ...knowledge,
  ...parts,
  ...habits,
};

/** The names of the concepts, in the order of a model's features. */
export const conceptNames: readonly string[] = Object.keys(concepts);
