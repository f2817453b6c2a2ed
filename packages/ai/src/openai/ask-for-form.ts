import type { BaseMessage } from "@langchain/core/messages";
import { JsonOutputParser } from "@langchain/core/output_parsers";
import type { ChatOpenAI } from "@langchain/openai";
import { z } from "zod";

import { statusOf } from "./explain-failure";
import { ModelProblem } from "./model-problem";

type Asked = {
  messages: BaseMessage[];
  name: string;
  schema: z.ZodType;
  /** Names of models that turned out to refuse JSON schemas. `askForForm` adds to it. */
  withoutSchema: Set<string>;
  signal?: AbortSignal | undefined;
};

/**
 * Asks for an answer of a form. Uses a JSON schema, which every newer model accepts. If the server refuses the schema, uses a tool,
 * which the newest models refuse. `parsed` is null if the answer is no JSON; the caller checks it against the schema. Throws
 * `ModelProblem` if the model accepts neither.
 */
export async function askForForm(
  model: ChatOpenAI,
  { messages, name, schema, withoutSchema, signal }: Asked,
): Promise<{ parsed: unknown; usage: unknown }> {
  const form = { name, schema: jsonSchemaOf(schema) };
  const options = signal ? { signal } : {};

  if (!withoutSchema.has(model.model)) {
    try {
      return await bySchema(model, messages, form, options);
    } catch (error) {
      if (!refuses(error, /response[_ ]format|json[_ ]schema|structured output/i)) throw error;
    }
  }
  try {
    const answer = await byTool(model, messages, form, options);
    withoutSchema.add(model.model);
    return answer;
  } catch (error) {
    if (!refuses(error, /\btools?\b|tool_choice|function/i)) throw error;
    throw new ModelProblem(
      `${model.model} takes neither a JSON schema nor tools, so it cannot read documents. Set OPENAI_MODEL to a model with structured output.`,
      { cause: error },
    );
  }
}

type Form = { name: string; schema: Record<string, unknown> };
type CallOptions = { signal?: AbortSignal };

/** The client's own timeout does not end a stream. */
const TIMEOUT_MILLISECONDS = 180_000;

/** Streams the answer. Without streaming, the client parses it itself, and repeats and pays for the call if it cannot. */
async function bySchema(
  model: ChatOpenAI,
  messages: BaseMessage[],
  form: Form,
  options: CallOptions,
) {
  const json_schema = { ...form, strict: true };
  const limit = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const stream = await model
    .withConfig({ response_format: { type: "json_schema", json_schema } })
    .stream(messages, { signal });
  let text = "";
  let usage: unknown = null;
  for await (const chunk of stream) {
    text += chunk.text;
    usage = chunk.usage_metadata ?? usage;
  }
  signal.throwIfAborted();
  return { parsed: await parsedJson(text), usage };
}

async function byTool(
  model: ChatOpenAI,
  messages: BaseMessage[],
  { name, schema }: Form,
  options: CallOptions,
) {
  const { parsed, raw } = await model
    .withStructuredOutput(
      { title: name, ...schema },
      { method: "functionCalling", includeRaw: true },
    )
    .invoke(messages, options);
  return { parsed, usage: "usage_metadata" in raw ? raw.usage_metadata : null };
}

async function parsedJson(text: string): Promise<unknown> {
  return new JsonOutputParser().parse(text).catch(() => null);
}

function refuses(error: unknown, about: RegExp): boolean {
  const status = statusOf(error);
  const isRefusal = status === null || (status >= 400 && status < 500) || status === 501;
  return isRefusal && error instanceof Error && about.test(error.message);
}

function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}
