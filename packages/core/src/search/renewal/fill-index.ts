import { z } from "zod";
import { flow } from "../../operation/flow";
import { embedPassages, placedIn } from "../contract/place-passages";
import { findIndexed } from "../find-indexed";
import { findToIndex } from "../find-to-index";
import { listIndexable } from "../list-indexable";

const DOCUMENTS_A_PART = 25;

/**
 * Puts those of the workspace's next documents into the wanted index that it does not hold whole. `next` is null at the end. Running it
 * twice does no harm, and it goes on where it was stopped.
 */
export const fillIndex = flow("search.fill-index", {
  title: "Fill the index of the embedding model",
  permission: "index.write",
  input: z.object({ after: z.string() }),
  output: z.object({ checked: z.number(), embedded: z.number(), next: z.string().nullable() }),
  doors: ["job"],
  uses: ["ai", "generations"],
  audit: { notAudited: "The schedule's run records it." },

  async handle({ caller, ai, generations: { wanted }, workspaceId, signal }, { after }) {
    const truths = await listIndexable(caller, { after, limit: DOCUMENTS_A_PART });
    const ids = truths.map(({ document }) => document.id);
    const described = ids.length > 0 ? await wanted.describe(workspaceId, ids) : [];
    const held = new Map(described.map((each) => [each.documentId, each.passages]));
    const lacking = truths.filter(
      ({ document, passages }) => (held.get(document.id) ?? 0) !== passages,
    );
    for (const { document } of lacking) await put(document.id);
    const next = truths.length === DOCUMENTS_A_PART ? (ids.at(-1) ?? null) : null;
    return { checked: truths.length, embedded: lacking.length, next };

    /** Puts a document again if it changed meanwhile, so that no older state overwrites a newer one. */
    async function put(id: string): Promise<void> {
      for (;;) {
        const found = await findToIndex(caller, { documentId: id });
        if (!found || found.document.trashedAt) return wanted.removeDocument(workspaceId, id);
        const { document, passages } = found;
        const embedded = await embedPassages(ai, document.title, passages, signal);
        await wanted.replaceDocument(workspaceId, id, placedIn(document, embedded));
        const [now] = await findIndexed(caller, { ids: [id] });
        if (now?.seq === document.seq) return;
      }
    }
  },
});
