import type { DocumentType as TypeRow } from "@besunny/db/workspace/document-types";
import { z } from "zod";

import { invalidInput, notFound } from "../../errors";
import { taxonomy } from "./taxonomy";

/** The most types of its own that a workspace may have. */
export const MOST_OWN_TYPES = 200;

const name = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((given) => given.toLowerCase() !== "none", "“none” means documents without a type");
const definition = z.string().trim().min(1).max(600);
const synonyms = z.array(z.string().trim().min(1).max(60)).max(20);
const examples = z.array(z.string().trim().min(1).max(600)).max(10);

/** The fields of a type that a person describes. */
export const typeFields = z.object({
  name,
  definition,
  examples,
  synonyms,
  isOnlySuggested: z.boolean(),
});

/** A type of document that a workspace knows. */
export const DocumentType = z
  .object({
    name: z.string(),
    definition: z.string(),
    examples: z.array(z.string()),
    synonyms: z.array(z.string()).meta({ description: "Other names of the type" }),
    isOnlySuggested: z
      .boolean()
      .meta({ description: "True if models never give it without a person" }),
    isOwn: z.boolean().meta({ description: "False for the standard types" }),
    isHidden: z.boolean().meta({ description: "Hidden types are not found and not offered" }),
  })
  .meta({ id: "DocumentType" });

export type KnownType = z.infer<typeof DocumentType> & { id: string | null };

/** Returns all types of a workspace: the standard ones as they ship, then its own ones, oldest first. */
export function typesOf(rows: readonly TypeRow[]): KnownType[] {
  const hidden = new Map(rows.filter(({ isOwn }) => !isOwn).map((row) => [row.name, row]));
  return [
    ...taxonomy.map(({ name: standard, definition: meaning, examples: texts }) => {
      const row = hidden.get(standard);
      return {
        id: row?.id ?? null,
        name: standard,
        definition: meaning,
        examples: [...texts],
        synonyms: row?.synonyms ?? [],
        isOnlySuggested: row?.isOnlySuggested ?? false,
        isOwn: false,
        isHidden: row ? row.hiddenAt !== null : false,
      };
    }),
    ...rows.filter(({ isOwn }) => isOwn).map(ownType),
  ];
}

export function ownType({
  id,
  name: own,
  definition: meaning,
  examples: texts,
  synonyms: names,
  isOnlySuggested,
  hiddenAt,
}: TypeRow): KnownType {
  return {
    id,
    name: own,
    definition: meaning,
    examples: texts,
    synonyms: names,
    isOnlySuggested,
    isOwn: true,
    isHidden: hiddenAt !== null,
  };
}

/** Returns a definition that names the other names of the type, for models to read. */
export function withSynonyms(meaning: string, names: readonly string[]): string {
  return names.length === 0 ? meaning : `${meaning} Also called: ${names.join(", ")}.`;
}

/** Returns the types that documents may get. */
export function offeredTypes(rows: readonly TypeRow[]): KnownType[] {
  return typesOf(rows).filter(({ isHidden }) => !isHidden);
}

/** Throws `INVALID_INPUT` for a type that documents may not get. */
export function mustBeOffered(rows: readonly TypeRow[], type: string): void {
  if (!offeredTypes(rows).some((known) => known.name === type))
    invalidInput(`There is no type named ${type}`);
}

export function findType(rows: readonly TypeRow[], wanted: string): KnownType {
  return typesOf(rows).find((type) => type.name === wanted) ?? notFound("Type", wanted);
}

/** Throws `INVALID_INPUT` if another type has this name, in large letters or small. */
export function mustBeFree(rows: readonly TypeRow[], wanted: string, besides?: string): void {
  const taken = typesOf(rows).find(
    (type) => type.name !== besides && type.name.toLowerCase() === wanted.toLowerCase(),
  );
  if (taken) invalidInput(`There is a type named ${taken.name} already`);
}
