import {
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
} from "@langchain/core/messages";
import { JsonOutputParser } from "@langchain/core/output_parsers";

import type { SentMessage } from "../ai";
import { tokensIn } from "../redaction/tokens";
import { TOKENS_STAND_FOR_DETAILS } from "../redaction/tokens-note";
import type { ChokePoint, Outgoing, Spent } from "./choke-point";
import { type Connection, clients } from "./clients";
import type { CallScope } from "./outside-call";
import { usageOf } from "./usage";

/** A form that the answer must have. */
export type Form = { name: string; schema: Record<string, unknown> };

/** Messages for a model. The system's message comes first. */
export type Asked = {
  scope: CallScope;
  kind: "chat" | "answer";
  model: string;
  messages: readonly BaseMessage[];
  mostOutput: number;
  signal?: AbortSignal | undefined;
  onSpent: (spent: Spent) => void;
  /** Gets the messages as they left. */
  onSent?: (messages: SentMessage[]) => void;
};

export type OutsideChat = ReturnType<typeof createOutsideChat>;

const TIMEOUT_MS = 180_000;

/** Asks chat models of one server. Everything that is sent goes through the choke point, and everything that comes back has its details again. */
export function createOutsideChat(
  connection: Connection,
  chokePoint: ChokePoint,
  timeoutMs: number = TIMEOUT_MS,
) {
  const made = new Map<string, ReturnType<typeof clients.chat>>();
  const chatOf = (model: string) => {
    const chat = made.get(model) ?? clients.chat(connection, model);
    made.set(model, chat);
    return chat;
  };

  const callOf = ({ scope, kind, model, messages, mostOutput, signal }: Asked, besides = "") => ({
    scope,
    kind,
    to: { server: connection.baseUrl, model },
    texts: messages.map(({ text }) => text),
    besides,
    mostOutput,
    hasLocalRung: true,
    signal,
    timeoutMs,
  });

  async function* streamed(
    asked: Asked,
    out: Outgoing,
    options: { response_format?: { type: "json_schema"; json_schema: Form & { strict: true } } },
  ): AsyncGenerator<string> {
    const messages = withTexts(asked.messages, out);
    asked.onSent?.(messages.map((message) => toSent(message, out.restore)));
    const chunks = await chatOf(asked.model)
      .withConfig({ ...options, max_completion_tokens: asked.mostOutput } as object)
      .stream(messages, { signal: out.signal });
    for await (const chunk of chunks) {
      note(chunk, out);
      if (chunk.text !== "") yield chunk.text;
    }
  }

  return {
    /** Yields the lines of the answer, each as soon as it is complete. */
    async *lines(asked: Asked): AsyncGenerator<string> {
      yield* chokePoint.stream(
        callOf(asked),
        async function* complete(out) {
          let open = "";
          for await (const text of streamed(asked, out, {})) {
            const lines = (open + text).split("\n");
            open = lines.pop() ?? "";
            for (const line of lines) yield out.restore(line);
          }
          if (open !== "") yield out.restore(open);
        },
        asked.onSpent,
      );
    },

    /** Asks for an answer of a form by its JSON schema. Returns null if the answer is no JSON. */
    async bySchema(asked: Asked, form: Form): Promise<unknown> {
      const json_schema = { ...form, strict: true as const };
      const texts: string[] = [];
      let restore = (text: string) => text;
      const pieces = chokePoint.stream(
        callOf(asked, JSON.stringify(json_schema)),
        (out) => {
          restore = out.restore;
          return streamed(asked, out, { response_format: { type: "json_schema", json_schema } });
        },
        asked.onSpent,
      );
      for await (const piece of pieces) texts.push(piece);
      return restored(await parsedJson(texts.join("")), restore);
    },

    /** Asks for an answer of a form by a tool, which older servers know. */
    async byTool(asked: Asked, { name, schema }: Form): Promise<unknown> {
      const { value } = await chokePoint.call(
        callOf(asked, JSON.stringify(schema)),
        async (out) => {
          const { parsed, raw } = await chatOf(asked.model)
            .withStructuredOutput(
              { title: name, ...schema },
              { method: "functionCalling", includeRaw: true },
            )
            .invoke(withTexts(asked.messages, out), { signal: out.signal });
          out.said(JSON.stringify(parsed));
          out.counted(usageOf("usage_metadata" in raw ? raw.usage_metadata : null));
          out.ended("whole");
          return restored(parsed, out.restore);
        },
        asked.onSpent,
      );
      return value;
    },
  };
}

const roles: Partial<Record<string, string>> = { human: "user", ai: "assistant" };

/** The messages as they leave. If something was replaced, a note says what tokens are. */
function withTexts(
  messages: readonly BaseMessage[],
  { texts, isAnyReplaced }: Outgoing,
): BaseMessage[] {
  return messages.map((message, at) => {
    const text = texts[at] ?? "";
    if (message.type !== "system") return new HumanMessage(text);
    return new SystemMessage(isAnyReplaced ? `${text}\n\n${TOKENS_STAND_FOR_DETAILS}` : text);
  });
}

/** A message as it left, with the details that its tokens stand for. */
function toSent({ type, text }: BaseMessage, restore: (text: string) => string): SentMessage {
  const tokens = new Set(tokensIn(text).map(({ token }) => token));
  const replaced = [...tokens].flatMap((token) => {
    const stands = restore(token);
    return stands === token ? [] : [{ token, stands }];
  });
  return { role: roles[type] ?? type, text, ...(replaced.length > 0 && { replaced }) };
}

function note(chunk: AIMessageChunk, out: Outgoing): void {
  if (chunk.text !== "") out.said(chunk.text);
  if (chunk.usage_metadata) out.counted(usageOf(chunk.usage_metadata));
  const { refusal } = chunk.additional_kwargs;
  if (typeof refusal === "string" && refusal !== "") out.said(refusal);
  const reason: unknown = chunk.response_metadata.finish_reason;
  if (typeof reason !== "string") return;
  out.ended(reason === "length" ? "length" : reason === "content_filter" ? "refusal" : "whole");
}

async function parsedJson(text: string): Promise<unknown> {
  return new JsonOutputParser().parse(text).catch(() => null);
}

/** Restores every text within a value. */
function restored(value: unknown, restore: (text: string) => string): unknown {
  if (typeof value === "string") return restore(value);
  if (Array.isArray(value)) return value.map((each) => restored(each, restore));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [restore(key), restored(each, restore)]),
  );
}
