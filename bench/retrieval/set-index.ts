import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexScope } from "@besunny/ai/index/index-scope";
import { sqliteStore } from "@besunny/ai/index/sqlite-store";
import { DIMENSIONS } from "@besunny/ai/minilm/embedding-model";
import { embeddedText } from "@besunny/core/search/contract/place-passages";
import type { SetPassage } from "./sets";
import type { Vectors } from "./vectors";

const workspace = "wsp_bench";

export type Found = SetPassage & {
  score: number;
  why: { dense: number | null; lexical: number | null };
};

/** Puts passages into an index of their own, as the product does. */
export async function indexOf(
  passages: readonly SetPassage[],
  vectors: Vectors,
  language: string | null = null,
) {
  const folder = await mkdtemp(join(tmpdir(), "besunny-bench-retrieve-"));
  const store = sqliteStore({
    path: join(folder, "index.sqlite"),
    model: vectors.model,
    dimensions: DIMENSIONS,
  });
  const texts = passages.map((passage) => embeddedText(passage.title, passage));
  const encoded = await vectors.of(texts, "passage");
  const rows = passages.flatMap((passage, at) => {
    const [vector, text] = [encoded[at], texts[at]];
    return vector && text !== undefined ? [{ ...passage, vector, indexed: text }] : [];
  });
  for (const [documentId, own] of Map.groupBy(rows, ({ document }) => document))
    store.replaceDocument(
      workspace,
      documentId,
      own.map(({ number, vector, indexed }) => ({
        documentId,
        number,
        vector,
        text: indexed,
        payload: {
          projectIds: [],
          access: ["ws"],
          type: null,
          status: "ready",
          language,
          createdAt: "2026-01-01T00:00:00Z",
          page: 1,
        },
      })),
    );
  const byKey = new Map(
    passages.map((passage) => [`${passage.document}/${passage.number}`, passage]),
  );

  return {
    search(query: {
      vector: Float32Array;
      text: string;
      within?: ReadonlySet<string>;
      limit: number;
    }): Found[] {
      const { vector, text, within, limit } = query;
      const filter = within ? { documentIds: [...within] } : {};
      return store
        .search(indexScope(workspace, ["ws"]), { vector, text, limit, filter })
        .flatMap(({ documentId, number, score, why }) => {
          const passage = byKey.get(`${documentId}/${number}`);
          return passage ? [{ ...passage, score, why }] : [];
        });
    },
    async close() {
      store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
