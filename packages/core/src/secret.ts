import { z } from "zod";

type Json = string | number | boolean | (Json | null)[] | { [key: string]: Json | null };

/** Marks a text that must never reach audit, logs or traces. */
export function secret<Schema extends z.ZodType>(schema: Schema): Schema {
  return schema.meta({ isSecret: true });
}

/** The input as JSON, without what its schema marks as secret. */
export function withoutSecrets(schema: z.ZodType, input: unknown): Json {
  return kept(schema, input) ?? {};
}

function kept(schema: z.ZodType, input: unknown): Json | null {
  if (schema.meta()?.isSecret) return "***";
  if (schema instanceof z.ZodObject && typeof input === "object" && input !== null) {
    const given = Object.entries(input).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
      given.map(([key, value]) => {
        const field: unknown = schema.shape[key];
        return [key, field instanceof z.ZodType ? kept(field, value) : toJson(value)];
      }),
    );
  }
  return toJson(input);
}

function toJson(value: unknown): Json | null {
  return JSON.parse(JSON.stringify(value ?? null));
}
