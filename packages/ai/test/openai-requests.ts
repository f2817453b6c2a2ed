import { z } from "zod";

/** A model of the test server: the requests that it accepts, and if it still exists. */
export type ServedModel = {
  id: string;
  shutdown_date?: string | null;
  /** Listed, but answered with 404. */
  isGone?: boolean;
  /** Accepts function calling on Chat Completions. The newest models accept it only on the Responses API. */
  takesTools?: boolean;
  /** Accepts `response_format` of type `json_schema`. Many self-hosted servers do not. */
  takesSchema?: boolean;
  /** Refuses the parameters that reasoning models refuse. */
  isReasoning?: boolean;
};

export type Refusal = { status: number; error: Record<string, string | null> };

const Tool = z.strictObject({
  type: z.literal("function"),
  function: z.strictObject({
    name: z.string().regex(/^[\w-]{1,64}$/),
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()),
  }),
});
export const ChatRequest = z.strictObject({
  model: z.string(),
  messages: z
    .array(
      z.strictObject({
        role: z.enum(["system", "developer", "user", "assistant"]),
        content: z.string(),
      }),
    )
    .min(1),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  response_format: z
    .strictObject({
      type: z.literal("json_schema"),
      json_schema: z.strictObject({
        name: z.string().regex(/^[\w-]{1,64}$/),
        description: z.string().optional(),
        strict: z.boolean().optional(),
        schema: z.record(z.string(), z.unknown()),
      }),
    })
    .optional(),
  tools: z.array(Tool).min(1).optional(),
  tool_choice: z
    .strictObject({ type: z.literal("function"), function: z.strictObject({ name: z.string() }) })
    .optional(),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.number().int().optional(),
  max_completion_tokens: z.number().int().positive().optional(),
  reasoning_effort: z.enum(["none", "minimal", "low", "medium", "high", "xhigh", "max"]).optional(),
  service_tier: z.enum(["auto", "default", "flex", "priority"]).optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

const bad = (message: string, param: string | null, code: string | null = null): Refusal => ({
  status: 400,
  error: { message, type: "invalid_request_error", param, code },
});

/** Returns the reason why the provider would refuse a request, or null if it would not. */
export function refusalOf(asked: ChatRequest, models: readonly ServedModel[]): Refusal | null {
  const model = models.find(({ id }) => id === asked.model);
  if (!model || model.isGone)
    return {
      status: 404,
      error: {
        message: `The model \`${asked.model}\` does not exist or you do not have access to it.`,
        type: "invalid_request_error",
        param: null,
        code: "model_not_found",
      },
    };
  if (model.isReasoning && asked.temperature !== undefined)
    return bad("Unsupported value: 'temperature'", "temperature", "unsupported_value");
  if (model.isReasoning && asked.max_tokens !== undefined)
    return bad("Unsupported parameter: 'max_tokens'", "max_tokens", "unsupported_parameter");
  if (asked.tools && model.takesTools === false)
    return bad(
      `Function tools with reasoning_effort are not supported for ${model.id} in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.`,
      "reasoning_effort",
    );
  if (asked.response_format && model.takesSchema === false)
    return bad("This response_format type is unavailable now", null);
  const { strict, schema } = asked.response_format?.json_schema ?? {};
  if (strict && !isStrict(schema))
    return bad("Invalid schema for response_format: an object is open", "response_format");
  return null;
}

/** Returns true if the schema is strict: it names every property as required and allows no other. */
function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== "object" || schema === null) return true;
  const isClosed =
    !("properties" in schema) ||
    ("additionalProperties" in schema &&
      schema.additionalProperties === false &&
      "required" in schema &&
      JSON.stringify(schema.required) === JSON.stringify(Object.keys(schema.properties ?? {})));
  return isClosed && Object.values(schema).every(isStrict);
}
