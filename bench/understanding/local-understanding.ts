import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Understanding } from "@besunny/ai/ai";
import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";

type Encoders = typeof import("@besunny/ai/minilm/sentence-encoder");
type Understanders = typeof import("@besunny/ai/understanding/understand-document");

/** The local models of this checkout, or of another one. */
export async function localUnderstanding(checkout?: string) {
  const from = <Module>(path: string): Promise<Module> =>
    import(
      pathToFileURL(resolve(checkout ?? ".", `packages/ai/src/${path}.ts`)).href
    ) as Promise<Module>;
  const { loadSentenceEncoder } = await from<Encoders>("minilm/sentence-encoder");
  const { understandDocument } = await from<Understanders>("understanding/understand-document");
  const cache = await mkdtemp(join(tmpdir(), "bench-models-"));
  const encoder = await loadSentenceEncoder(cache);

  return {
    async understand(text: string): Promise<Understanding> {
      const document = {
        title: "",
        fileName: "",
        format: "txt",
        text,
        blocks: [],
        pageCount: 1,
        metadata: {},
      };
      return (await understandDocument(document, taxonomy, encoder)).understanding;
    },
    async close() {
      await encoder.close();
      await rm(cache, { recursive: true, force: true });
    },
  };
}
