import { issueKinds, issueStates } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the list is narrowed to, as the address keeps it. */
export const issueParsers = {
  workspace: parseAsString,
  kind: parseAsStringLiteral(issueKinds),
  source: parseAsString,
  state: parseAsStringLiteral(issueStates).withDefault("open"),
};
export const loadIssuePlace = createLoader(issueParsers);
