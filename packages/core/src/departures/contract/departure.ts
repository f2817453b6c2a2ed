import { z } from "zod";
import { count, idIn, instant } from "../../shapes";

export const departureStates = ["waiting", "takenBack", "erasing", "done"] as const;

/** The days that an owner may choose between asking and the erasure. */
export const FEWEST_DAYS = 7;
export const MOST_DAYS = 90;

/** A store with its rows, and whether they outlive the workspace. */
export const StoreOfEnd = z.object({
  store: z.string(),
  holds: z.string(),
  found: count,
  keptBecause: z.string().nullable(),
});
export type StoreOfEnd = z.infer<typeof StoreOfEnd>;

/** The end of a workspace as its owners see it before it comes. `departure` is null while nobody has asked for it. */
export const DepartureView = z.object({
  departure: z
    .object({
      id: idIn("dep"),
      state: z.enum(departureStates),
      askedAt: instant,
      dueAt: instant,
      askedById: z.string().nullable(),
    })
    .nullable(),
  name: z.string(),
  stores: z.array(StoreOfEnd),
  holds: z
    .array(z.string())
    .meta({ description: "Holds in force. While there is one, nothing is erased" }),
});
export type DepartureView = z.infer<typeof DepartureView>;

/** Rows or things that were found of each store before the erasure, and of each that were removed. */
export const FoundStores = z.record(z.string(), count);

/** Folders of files with a folder for each workspace, with what they hold. Ends of audit logs stay. */
export const foldersOfFiles: Readonly<Record<string, string>> = {
  uploads: "originals and their earlier versions",
  derived: "what was derived from documents",
  models: "trained models",
  reports: "files of reports",
  exports: "archives of everything",
};
