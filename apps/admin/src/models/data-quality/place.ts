import { issueKinds, issueStates } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filter of the list, as the address keeps it. */
export const issueParsers = {
  workspace: parseAsString,
  kind: parseAsStringLiteral(issueKinds),
  source: parseAsString,
  state: parseAsStringLiteral(issueStates).withDefault("open"),
};
export const loadIssuePlace = createLoader(issueParsers);
