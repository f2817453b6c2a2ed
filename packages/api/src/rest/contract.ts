import { errorCodes, type FieldError, invalidInput } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";
import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";

import type { RequestContext } from "../request-context";

/** The variables of every handler: the request, the caller in their workspace, and the signal of the request. */
export type RestEnv = {
  Variables: { request: RequestContext; workspace: Caller; signal: AbortSignal };
};
export type RestApp = OpenAPIHono<RestEnv>;

/** A router that declares itself in the OpenAPI document and refuses what does not fit with `INVALID_INPUT`. */
export function createRestApp(): RestApp {
  return new OpenAPIHono<RestEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      invalidInput(`The ${wordFor[result.target]} does not fit`, fieldErrorsOf(result.error));
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

/** Returns one error for each field that does not fit; an unknown field gets one too. */
export function fieldErrorsOf({ issues }: Pick<z.ZodError, "issues">): FieldError[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "There is no such field",
        }))
      : [{ path: issue.path.join("."), message: issue.message }],
  );
}

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
type Content = Record<string, { schema: z.ZodType }>;
type Answer = {
  description: string;
  /** Of an answer in JSON. */
  schema?: z.ZodType;
  /** Of an answer in other types, or in several. */
  content?: Content;
  /** Headers of this answer alone; those of every answer are declared with the document. */
  headers?: readonly ("Location" | "ETag")[];
};

/** The answers of a route: those that are its own, and the problem that any request may end in. */
export function answers(own: Record<number, Answer>): Answers {
  const declared = Object.entries(own).map(([status, answer]) => [status, declaredAnswer(answer)]);
  return {
    ...Object.fromEntries(declared),
    default: {
      description: "The error, as problem details (RFC 9457)",
      content: { "application/problem+json": { schema: Problem } },
    },
  };
}

function declaredAnswer({ description, schema, content, headers }: Answer) {
  const types = { ...content, ...(schema && { "application/json": { schema } }) };
  return {
    description,
    ...(Object.keys(types).length > 0 && { content: types }),
    ...(headers && {
      headers: Object.fromEntries(
        headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
      ),
    }),
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
