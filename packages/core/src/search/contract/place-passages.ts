import type { Ai } from "@besunny/ai/ai";
import { statusWhenIndexed } from "../../documents/contract/document";
import { aiOfDocument } from "./ai-of-document";

type Embedded = { number: number; page: number; text: string; vector: Float32Array };

type Passage = { headingPath: readonly string[]; text: string };

/** Returns the text of a passage that is embedded: its document's title, its headings, its words. */
export function embeddedText(title: string, { headingPath, text }: Passage): string {
  return [title, ...headingPath, text].join("\n");
}

/** Returns the passages with their vectors, for the index. The text of each begins with its document's title and its headings. */
export async function embedPassages(
  ai: Pick<Ai, "embed" | "as">,
  document: Parameters<typeof aiOfDocument>[1] & { title: string },
  passages: readonly { number: number; page: number; headingPath: string[]; text: string }[],
  signal: AbortSignal | undefined,
): Promise<Embedded[]> {
  const texts = passages.map((passage) => embeddedText(document.title, passage));
  const vectors = await aiOfDocument<Pick<Ai, "embed">>(ai, document).embed(texts, signal);
  return passages.flatMap(({ number, page }, position) => {
    const [vector, text] = [vectors[position], texts[position]];
    return vector && text !== undefined ? [{ number, page, text, vector }] : [];
  });
}

/** Returns embedded passages with the values that the index filters by. The status is the one that the document gets right after. */
export function placedIn(document: Indexed & { id: string }, embedded: readonly Embedded[]) {
  return embedded.map(({ number, page, text, vector }) => ({
    documentId: document.id,
    number,
    vector,
    text,
    payload: { ...payloadOf(document), status: statusWhenIndexed(document), page },
  }));
}

type Indexed = {
  filedIn: readonly { id: string }[];
  access: string[];
  type: string | null;
  isTypeCorrected: boolean;
  status: string;
  language: string | null;
  createdAt: Date;
};

/** Returns the values that the index filters by. */
export function payloadOf(document: Indexed) {
  return {
    projectIds: document.filedIn.map((project) => project.id),
    access: document.access,
    type: document.type,
    status: document.status,
    language: document.language,
    createdAt: document.createdAt.toISOString(),
  };
}
