import { z } from "zod";

import { statusOf } from "../outside/failures";
import type { Asked, OutsideChat } from "../outside/outside-chat";
import { ModelProblem } from "./model-problem";

type FormAsked = Asked & {
  name: string;
  schema: z.ZodType;
  /** Names of models that turned out to refuse JSON schemas. `askForForm` adds to it. */
  withoutSchema: Set<string>;
};

/**
 * Asks for an answer of a form. Uses a JSON schema, which every newer model accepts. If the server refuses the schema, uses a tool,
 * which the newest models refuse. Returns null if the answer is no JSON; the caller checks it against the schema. Throws `ModelProblem` if
 * the model accepts neither.
 */
export async function askForForm(
  chat: OutsideChat,
  { name, schema, withoutSchema, ...asked }: FormAsked,
): Promise<unknown> {
  const form = { name, schema: jsonSchemaOf(schema) };
  if (!withoutSchema.has(asked.model)) {
    try {
      return await chat.bySchema(asked, form);
    } catch (error) {
      if (!refuses(error, /response[_ ]format|json[_ ]schema|structured output/i)) throw error;
    }
  }
  try {
    const answer = await chat.byTool(asked, form);
    withoutSchema.add(asked.model);
    return answer;
  } catch (error) {
    if (!refuses(error, /\btools?\b|tool_choice|function/i)) throw error;
    throw new ModelProblem(
      `${asked.model} takes neither a JSON schema nor tools, so it cannot read documents. Set OPENAI_MODEL to a model with structured output.`,
      { cause: error },
    );
  }
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
