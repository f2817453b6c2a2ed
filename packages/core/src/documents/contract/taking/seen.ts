import type { SourceVisibility } from "@besunny/connectors/sources/source-words";

/** The people who see a document of a source: its owner alone, those who see it there, or those of its projects. */
export type Seen = {
  visibility: SourceVisibility;
  /** Principals of members: `usr_...`, or `ws` for all of them. Counts for `source` alone. */
  grantees: readonly string[];
};
