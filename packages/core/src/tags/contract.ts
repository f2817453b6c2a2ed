import { z } from "zod";

import { count, idIn } from "../shapes";

/** A workspace has at most so many tags: more than these nobody keeps apart. */
export const MOST_TAGS = 1000;

/** The name of a tag as people write it. A comma would make two of it in a query. */
export const tagName = z
  .string()
  .trim()
  .min(1, "Give the tag a name")
  .max(60)
  .regex(/^[^,"\p{Cc}]*$/u, "A tag has no commas and no quotation marks")
  .transform((name) => name.replaceAll(/\s+/g, " "));

/** A word that people put on documents, with the number of the documents that the caller may see. */
export const Tag = z
  .object({ id: idIn("tag"), name: z.string(), documentCount: count })
  .meta({ id: "Tag" });
export type Tag = z.infer<typeof Tag>;
