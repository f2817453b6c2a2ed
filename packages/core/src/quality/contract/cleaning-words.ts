import type { IssueKind } from "./issue-words";

/** The kinds of cleanings, in the order in which pages offer them. The file always stays as it is. */
export const cleaningKinds = ["repair-encoding", "leave-out-boilerplate", "keep-one"] as const;

export type CleaningKind = (typeof cleaningKinds)[number];

/** The cleaning that an issue suggests. Issues of other kinds need a person or another file. */
export const suggestedCleaning: Partial<Record<IssueKind, CleaningKind>> = {
  encoding: "repair-encoding",
  boilerplate: "leave-out-boilerplate",
  duplicate: "keep-one",
};
