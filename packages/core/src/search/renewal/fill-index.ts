import { z } from "zod";
import { flow } from "../../operation/flow";
import { embeddedText, embedPassages, placedIn } from "../contract/place-passages";
import { findIndexed } from "../find-indexed";
import { findToIndex } from "../find-to-index";
import { listIndexable } from "../list-indexable";

const DOCUMENTS_A_PART = 25;

/**
 * Puts those of the workspace's next documents into the wanted index that it does not hold whole, and renews words of an older form. `next` is null at the end. Running it
 * twice does no harm, and it goes on where it was stopped.
 */
export const fillIndex = flow("search.fill-index", {
  title: "Fill the index of the embedding model",
  permission: "index.write",
  input: z.object({ after: z.string() }),
  output: z.object({
    checked: z.number(),
    embedded: z.number(),
    renewed: z.number(),
    next: z.string().nullable(),
  }),
  doors: ["job"],
  uses: ["ai", "generations", "index"],
  audit: { notAudited: "The schedule's run records it." },

  async handle({ caller, ai, index, generations: { wanted }, workspaceId, signal }, { after }) {
    const truths = await listIndexable(caller, { after, limit: DOCUMENTS_A_PART });
    const ids = truths.map(({ document }) => document.id);
    const described = ids.length > 0 ? await wanted.describe(workspaceId, ids) : [];
    const held = new Map(described.map((each) => [each.documentId, each]));
    let [embedded, renewed] = [0, 0];
    for (const { document, passages } of truths) {
      const found = held.get(document.id);
      if ((found?.passages ?? 0) !== passages) {
        await put(document.id);
        embedded += 1;
      } else if (found?.isOutdated) {
        await renewWords(document.id);
        renewed += 1;
      }
    }
    const next = truths.length === DOCUMENTS_A_PART ? (ids.at(-1) ?? null) : null;
    return { checked: truths.length, embedded, renewed, next };

    /** The vectors stay: only the form of the words is older. */
    async function renewWords(id: string): Promise<void> {
      const found = await findToIndex(caller, { documentId: id });
      if (!found) return;
      const { document, passages } = found;
      const texts = passages.map((passage) => ({
        number: passage.number,
        text: embeddedText(document.title, passage),
      }));
      await index.replaceWords(workspaceId, id, texts);
    }

    /** Puts a document again if it changed meanwhile, so that no older state overwrites a newer one. */
    async function put(id: string): Promise<void> {
      for (;;) {
        const found = await findToIndex(caller, { documentId: id });
        if (!found || found.document.trashedAt) return wanted.removeDocument(workspaceId, id);
        const { document, passages } = found;
        const vectors = await embedPassages(ai, document, passages, signal);
        await wanted.replaceDocument(workspaceId, id, placedIn(document, vectors));
        const [now] = await findIndexed(caller, { ids: [id] });
        if (now?.seq === document.seq) return;
      }
    }
  },
});
