import { z } from "zod";
import { idIn, instant } from "../../shapes";
import type { IssueKind } from "./issues";

/** The kinds of cleanings, in the order in which pages offer them. The file always stays as it is. */
export const cleaningKinds = ["repair-encoding", "leave-out-boilerplate", "keep-one"] as const;
export const cleaningKind = z.enum(cleaningKinds);
export type CleaningKind = z.infer<typeof cleaningKind>;

/** The cleaning that an issue suggests. Issues of other kinds need a person or another file. */
export const suggestedCleaning: Partial<Record<IssueKind, CleaningKind>> = {
  encoding: "repair-encoding",
  boilerplate: "leave-out-boilerplate",
  duplicate: "keep-one",
};

/** A cleaning in force. */
export const MadeCleaning = z.object({
  id: idIn("cln"),
  documentId: idIn("doc"),
  title: z.string(),
  kind: cleaningKind,
  madeAt: instant,
});
