import type { Outputs } from "@besunny/api/browser/outputs";

/** The rules as people change them. */
export type Policy = Pick<
  Outputs["redaction"]["policy"],
  "isStrict" | "actions" | "servers" | "neverTypes" | "neverProjectIds"
>;
/** A part of the rules that people change, and how they change it. */
export type Chosen = {
  policy: Policy;
  mayChange: boolean;
  onChange: (part: Partial<Policy>) => void;
};
