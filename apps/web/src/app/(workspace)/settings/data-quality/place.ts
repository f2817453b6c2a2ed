import type { Outputs } from "@besunny/api/browser/outputs";
import { issueKinds, issueStates } from "@besunny/api/browser/vocabulary";
import { parseAsString, parseAsStringLiteral } from "nuqs";

/** The filter of the list, as the address keeps it. */
export const issueParsers = {
  kind: parseAsStringLiteral(issueKinds),
  source: parseAsString,
  state: parseAsStringLiteral(issueStates).withDefault("open"),
};

export type Issue = Outputs["quality"]["issues"]["items"][number];
