import type { CustomField as Row } from "@besunny/db/workspace/fields/custom-fields";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { customFieldKinds } from "./custom-field-kinds";

/** A workspace has at most so many fields, archived ones included. */
export const MOST_FIELDS = 100;
/** A list offers at most so many values. */
export const MOST_OPTIONS = 50_000;

/** The name of a field as people write it. A query quotes it, so it has no quotation mark. */
export const fieldName = z
  .string()
  .trim()
  .min(1, "Give the field a name")
  .max(60)
  .regex(
    /^[^"“”„«»\\\p{Cc}]*[\p{L}\p{N}][^"“”„«»\\\p{Cc}]*$/u,
    "Give a name without quotation marks",
  )
  .transform((name) => name.replaceAll(/\s+/g, " "));

/** The name of a value that a list offers. */
export const optionName = z
  .string()
  .trim()
  .min(1, "Give the value a name")
  .max(120)
  .regex(/^[^"\\\p{Cc}]*$/u, "A value has no quotation marks")
  .transform((name) => name.replaceAll(/\s+/g, " "));

/** The code of a currency that this platform knows, such as `EUR`. */
export const currencyCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => isCurrency(code), "Give the code of a currency, such as EUR");

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** Returns whether a text is the code of a currency. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** A field that the workspace defined for its documents. */
export const CustomField = z
  .object({
    id: idIn("fld"),
    name: z.string(),
    key: z.string().meta({
      description: "Its name in queries, as in `field.cost-centre:4711`",
      example: "cost-centre",
    }),
    kind: z.enum(customFieldKinds),
    currency: z.string().nullable().meta({
      description: "The currency of amounts that are given without one",
    }),
    optionCount: count.meta({ description: "The number of values that a list offers" }),
    archivedAt: instant.nullable(),
  })
  .meta({ id: "CustomField" });
export type CustomField = z.infer<typeof CustomField>;

/** A value that a list offers. */
export const FieldOption = z
  .object({ id: idIn("opt"), name: z.string() })
  .meta({ id: "FieldOption" });

/** Returns a stored field as people see it. PostgreSQL keeps the kind to the list with a check. */
export function fieldOf({ position: _position, kind, ...field }: Row): CustomField {
  return { ...field, kind: z.enum(customFieldKinds).parse(kind) };
}
