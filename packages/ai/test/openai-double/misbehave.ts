/** The ways in which the double misleads, breaks or refuses. */
export type Misbehaviour =
  | { kind: "status"; status: number; code?: string; retryAfterSeconds?: number }
  | { kind: "error in 200" }
  | { kind: "hangs" }
  | { kind: "hangs up" }
  | { kind: "cut stream"; afterChunks: number }
  | { kind: "no usage" }
  | { kind: "chunks twice" }
  | { kind: "refusal"; text: string }
  | { kind: "length" };

type Chunk = {
  choices?: { index: number; delta?: Delta; message?: Delta; finish_reason: string | null }[];
  usage?: unknown;
};
type Delta = { content?: string | null; refusal?: string | null; role?: string };

/** An event stream, and after how many of its events the connection is broken. */
export type Streamed = { events: string[]; breaksAfter: number | null };

/** Changes the events of a stream. A cut stream ends without its last events. */
export function misbehaveInStream(events: readonly string[], how: Misbehaviour | null): Streamed {
  if (how?.kind === "cut stream") {
    const withText = events.filter((event) => textOf(chunkOf(event)) !== "");
    const last = withText[how.afterChunks - 1];
    const end = last === undefined ? events.length : events.indexOf(last) + 1;
    return { events: events.slice(0, end), breaksAfter: end };
  }
  const changed = events.flatMap((event) => {
    const chunk = chunkOf(event);
    if (!chunk) return [event];
    const said = changedChunk(chunk, how);
    if (!said) return [];
    const line = JSON.stringify(said);
    return how?.kind === "chunks twice" && textOf(chunk) !== "" ? [line, line] : [line];
  });
  return { events: changed, breaksAfter: null };
}

/** Changes an answer that is not streamed. */
export function misbehaveInWhole(body: string, how: Misbehaviour | null): string {
  const chunk = chunkOf(body);
  return chunk ? JSON.stringify(changedChunk(chunk, how) ?? chunk) : body;
}

function changedChunk(chunk: Chunk, how: Misbehaviour | null): Chunk | null {
  if (how?.kind === "no usage") {
    const { usage: _, ...rest } = chunk;
    return rest.choices?.length === 0 ? null : rest;
  }
  if (how?.kind === "length")
    return withChoices(chunk, (choice) => ({
      ...choice,
      ...(choice.finish_reason && { finish_reason: "length" }),
    }));
  if (how?.kind === "refusal")
    return withChoices(chunk, ({ delta, message, ...choice }) => ({
      ...choice,
      ...(delta && { delta: refused(delta, how.text) }),
      ...(message && { message: refused(message, how.text) }),
    }));
  return chunk;
}

function withChoices(
  chunk: Chunk,
  change: (choice: NonNullable<Chunk["choices"]>[number]) => NonNullable<Chunk["choices"]>[number],
): Chunk {
  return { ...chunk, ...(chunk.choices && { choices: chunk.choices.map(change) }) };
}

function refused(delta: Delta, text: string): Delta {
  if (!delta.content) return delta;
  return { ...delta, content: null, refusal: text };
}

function chunkOf(text: string): Chunk | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? parsed : null;
  } catch {
    return null;
  }
}

function textOf(chunk: Chunk | null): string {
  return chunk?.choices?.[0]?.delta?.content ?? "";
}
