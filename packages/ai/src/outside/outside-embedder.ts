import type { ChokePoint } from "./choke-point";
import { type Connection, clients } from "./clients";
import type { CallScope } from "./outside-call";
import { noUsage } from "./usage";

const TIMEOUT_MS = 90_000;
const MOST_TEXTS = 512;

type Asked = {
  scope: CallScope;
  model: string;
  texts: readonly string[];
  signal?: AbortSignal | undefined;
};

/** Returns a function that embeds texts with a model of one server, in their order. Everything goes through the choke point. */
export function createOutsideEmbedder(connection: Connection, chokePoint: ChokePoint) {
  const client = clients.official(connection, TIMEOUT_MS);

  async function embedPart({ scope, model, texts, signal }: Asked): Promise<number[][]> {
    const call = {
      scope,
      kind: "embedding" as const,
      to: { server: connection.baseUrl, model },
      texts,
      mostOutput: 0,
      // An index belongs to one model.
      hasLocalRung: false,
      signal,
      timeoutMs: TIMEOUT_MS,
    };
    const { value } = await chokePoint.call(call, async (out) => {
      const { data, usage } = await client.embeddings.create(
        { model, input: out.texts.map(sendable) },
        { signal: out.signal },
      );
      const input = usage?.prompt_tokens;
      out.counted(Number.isInteger(input) && input >= 0 ? { ...noUsage, input } : null);
      out.ended("whole");
      return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
    });
    if (value.length !== texts.length) throw new Error(`${model} returned too few vectors.`);
    return value;
  }

  return async (asked: Asked): Promise<number[][]> => {
    const vectors: number[][] = [];
    for (let from = 0; from < asked.texts.length; from += MOST_TEXTS)
      vectors.push(
        ...(await embedPart({ ...asked, texts: asked.texts.slice(from, from + MOST_TEXTS) })),
      );
    return vectors;
  };
}

/** The API refuses empty texts; older models embed lines worse than one line. */
function sendable(text: string): string {
  return text.trim() === "" ? " " : text.replaceAll("\n", " ");
}
