import type { FieldDefinition, TypeDefinition } from "@besunny/ai/ai";
import type { CardField as CardFieldRow } from "@besunny/db/workspace/card-fields";
import { z } from "zod";

import { notFound } from "../../../errors";
import { cardOf, typesWithCard } from "./cards";
import { fieldKinds, kindsByName } from "./field-kinds";

/** The most fields of its own that a workspace may add to a card. */
export const MOST_OWN_FIELDS = 30;

/** A field of a card as a workspace has it. */
export const CardField = z
  .object({
    name: z.string(),
    label: z.string(),
    kind: z.enum(kindsByName),
    meaning: z.string(),
    labels: z.array(z.string()),
    isRequired: z.boolean(),
    isOn: z.boolean(),
    isOwn: z.boolean(),
  })
  .meta({ id: "CardField" });
export type CardField = z.infer<typeof CardField>;

/** The input for a field of a workspace's own. */
export const ownFieldInput = z.object({
  label: z.string().trim().min(1, "Give the field a name").max(60),
  kind: z.enum(kindsByName),
  meaning: z.string().trim().max(200).default(""),
  labels: z
    .array(z.string().trim().min(1).max(60))
    .min(1, "Say at least one word that stands beside the value")
    .max(30),
});

/** The name of a type, for input. */
export const typeInput = z.string().max(60);

/** Throws `NOT_FOUND` for a type without a card. */
export function mustHaveCard(type: string): void {
  if (!typesWithCard.includes(type)) notFound("Document type", type);
}

/** Returns the card of a type with what a workspace changed: fields switched off, and fields of its own at the end. */
export function workspaceCard(type: string, rows: readonly CardFieldRow[]): CardField[] {
  const own = rows.filter((row) => row.type === type);
  const standard = cardOf(type).map(({ labels, ...field }) => ({
    name: field.name,
    label: field.label,
    kind: field.kind,
    meaning: field.meaning,
    labels: [...labels],
    isRequired: field.isRequired ?? false,
    isOn: own.find(({ name }) => name === field.name)?.isOn ?? true,
    isOwn: false,
  }));
  const added = own.filter(({ isOwn }) => isOwn).map(ownField);
  return [...standard, ...added];
}

/** Returns a stored field of a workspace as clients get it. */
export function ownField({ name, label, kind, meaning, labels, isOn }: CardFieldRow): CardField {
  const known = fieldKinds.find((each) => each === kind) ?? "text";
  return { name, label, kind: known, meaning, labels, isRequired: false, isOn, isOwn: true };
}

/** Returns the types with the fields that a workspace looks for in their documents. */
export function withCards(
  types: readonly TypeDefinition[],
  rows: readonly CardFieldRow[],
): TypeDefinition[] {
  return types.map((type) => {
    const fields = workspaceCard(type.name, rows).flatMap((field): FieldDefinition[] => {
      if (!field.isOn) return [];
      const standard = cardOf(type.name).find(({ name }) => name === field.name);
      return [standard ?? field];
    });
    return { ...type, fields };
  });
}
