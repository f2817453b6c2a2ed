import type { WorkspaceContext } from "@besunny/core/context";
import { errorCodes, invalidInput } from "@besunny/core/errors";
import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";

import type { RequestContext } from "../request-context";

/** What every handler finds: who asks, in which workspace. */
export type RestEnv = {
  Variables: { request: RequestContext; workspace: WorkspaceContext; signal: AbortSignal };
};
export type RestApp = OpenAPIHono<RestEnv>;

/** A router that declares itself in the OpenAPI document and refuses what does not fit with `INVALID_INPUT`. */
export function createRestApp(): RestApp {
  return new OpenAPIHono<RestEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map(({ path, message }) => ({
        path: path.join("."),
        message,
      }));
      invalidInput(`The ${wordFor[result.target]} does not fit`, errors);
    },
  });
}

const wordFor: Record<string, string> = {
  json: "body",
  form: "form",
  query: "query",
  param: "path",
  header: "header",
  cookie: "cookie",
};

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(errorCodes),
    detail: z.string(),
    hint: z.string().nullable(),
    traceId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

type Answers = RouteConfig["responses"];

/** The answers of a route: those that are its own, and the problem that any request may end in. */
export function answers(own: Record<number, { description: string; schema?: z.ZodType }>): Answers {
  const declared = Object.entries(own).map(([status, { description, schema }]) => [
    status,
    { description, ...(schema && { content: { "application/json": { schema } } }) },
  ]);
  return {
    ...Object.fromEntries(declared),
    default: {
      description: "What went wrong, as RFC 9457 has it",
      content: { "application/problem+json": { schema: Problem } },
    },
  };
}

/** Answers with a value, cut to the shape that was promised: what the shape does not name does not leave. */
export function reply<Schema extends z.ZodType>(
  schema: Schema,
  value: z.input<Schema>,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return Response.json(schema.parse(value), { status, headers });
}

export const instant = z
  .date()
  .openapi({ type: "string", format: "date-time", example: "2026-01-31T09:30:00.000Z" });

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** `?limit=` and `?cursor=` of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};
