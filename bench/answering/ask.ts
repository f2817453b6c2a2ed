import superjson from "superjson";
import { z } from "zod";

import type { Product } from "../product/product";

const MOST_MS = 120_000;

const Cited = z.object({
  n: z.number(),
  documentId: z.string(),
  title: z.string(),
  quote: z.string(),
  isProven: z.boolean(),
});

const Table = z.object({
  rows: z.array(
    z.object({ documentId: z.string().nullable(), cells: z.array(z.object({ text: z.string() })) }),
  ),
  totals: z.array(z.string().nullable()).nullable(),
});

/** The bench reads only these parts of an answer's items, so the others may change. */
const Item = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("done"),
    found: z.boolean(),
    citations: z.array(Cited),
    table: Table.nullable().default(null),
    understood: z.object({ form: z.string(), question: z.string() }).nullable().default(null),
  }),
]);

export type Said = {
  text: string;
  found: boolean;
  citations: z.infer<typeof Cited>[];
  table: z.infer<typeof Table> | null;
  understood: { form: string; question: string } | null;
  msToFirstWord: number;
  msToEnd: number;
};

export type Earlier = { question: string; answer: string; documentIds: string[] };

/** Asks as the web app does: the procedure `ask.answer`, read as it streams. Throws if the answer breaks off. */
export async function ask(
  { url, headers }: Product,
  question: string,
  history: readonly Earlier[] = [],
): Promise<Said> {
  const input = JSON.stringify(superjson.serialize({ question, scope: {}, history }));
  const startedAt = performance.now();
  const response = await fetch(`${url}/api/trpc/ask.answer?input=${encodeURIComponent(input)}`, {
    headers: { ...headers(), accept: "text/event-stream" },
    signal: AbortSignal.timeout(MOST_MS),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);

  let text = "";
  let msToFirstWord: number | null = null;
  for await (const { event, data } of eventsOf(response)) {
    if (event === "serialized-error") throw new Error(data);
    if (event !== "message") continue;
    const item = Item.parse(superjson.deserialize(JSON.parse(data)));
    const now = performance.now() - startedAt;
    if (item.kind === "text") {
      if (item.text.trim()) msToFirstWord ??= now;
      text += item.text;
      continue;
    }
    const { kind: _, ...done } = item;
    return { ...done, text, msToFirstWord: msToFirstWord ?? now, msToEnd: now };
  }
  throw new Error("The answer broke off");
}

async function* eventsOf(response: Response): AsyncGenerator<{ event: string; data: string }> {
  const decoder = new TextDecoder();
  let kept = "";
  for await (const bytes of response.body ?? []) {
    kept += decoder.decode(bytes, { stream: true });
    const parts = kept.split(/\r?\n\r?\n/);
    kept = parts.pop() ?? "";
    for (const part of parts) yield parsed(part);
  }
}

function parsed(part: string): { event: string; data: string } {
  const fields = part.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line));
  const of = (name: string) => fields.flatMap((field) => (field?.[1] === name ? [field[2]] : []));
  return { event: of("event")[0] ?? "message", data: of("data").join("\n") };
}
