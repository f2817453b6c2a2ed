import type { Id } from "./ids";
import type { PropertySet } from "./properties";

/** An object of a section. `kind` is its JCID, `file` the bytes that a container of a file or picture holds. */
export type OneObject = PropertySet & { kind: number; file: Buffer | null };

/** The objects of the current revision of a section or page. */
export type ObjectSpace = {
  contentRoot: Id | undefined;
  metadataRoot: Id | undefined;
  /** Returns null for an object that is missing or damaged. */
  object(id: Id | undefined): OneObject | null;
};

/**
 * A section of OneNote, the same for both forms of its file. `damages` counts the structures that could not be read so far, and
 * `isProtected` says that a password hides the pages.
 */
export type OneStore = {
  root: ObjectSpace | null;
  space(id: Id): ObjectSpace | null;
  /** The ids of all spaces, for a section whose own list is damaged. */
  spaceIds(): Id[];
  damages(): number;
  isProtected: boolean;
};

export const contentRole = 1;
export const metadataRole = 2;
