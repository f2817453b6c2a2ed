import { z } from "zod";

/** A value that PostgreSQL stores as JSON. */
export type Json = string | number | boolean | (Json | null)[] | { [key: string]: Json | null };

/** Marks a text that must never reach audit, logs or traces. */
export function secret<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ isSecret: true });
}

/** Returns the input as JSON, without the values that its schema marks as secret. */
export function withoutSecrets(schema: z.ZodType, input: unknown): Json {
  return kept(schema, input) ?? {};
}

function kept(given: z.ZodType, input: unknown): Json | null {
  if (isSecret(given)) return "***";
  const schema = unwrapped(given);
  if (schema instanceof z.ZodArray && Array.isArray(input)) {
    const { element } = schema;
    return input.map((each) => (element instanceof z.ZodType ? kept(element, each) : toJson(each)));
  }
  if (schema instanceof z.ZodObject && typeof input === "object" && input !== null) {
    const fields = Object.entries(input).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      fields.map(([key, value]) => {
        const field: unknown = schema.shape[key];
        return [key, field instanceof z.ZodType ? kept(field, value) : toJson(value)];
      }),
    );
  }
  return toJson(input);
}

/** Returns whether a schema is marked as secret, also below wrappers and in any option of a union. */
function isSecret(schema: z.ZodType): boolean {
  if (schema.meta()?.isSecret) return true;
  if (schema instanceof z.ZodUnion)
    return schema.options.some((option) => option instanceof z.ZodType && isSecret(option));
  if (schema instanceof z.ZodPipe)
    return [schema.in, schema.out].some((end) => end instanceof z.ZodType && isSecret(end));
  const inner = unwrapped(schema);
  return inner !== schema && isSecret(inner);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodCatch;
  const inner: unknown = isWrapped ? schema.unwrap() : null;
  if (!(inner instanceof z.ZodType)) return schema;
  return inner.meta()?.isSecret ? inner : unwrapped(inner);
}

/** Returns the value as JSON: dates as text, nothing undefined. */
export function jsonOf(value: unknown): Json | null {
  return toJson(value);
}

function toJson(value: unknown): Json | null {
  return JSON.parse(JSON.stringify(value ?? null));
}
