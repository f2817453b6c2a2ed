import { sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { viewerOf } from "../connections/contract/viewer-of";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { oneOf } from "../one-of";
import { query } from "../operation/query";
import { idIn, instant } from "../shapes";

const Origin = z.object({
  /** Null for who does not see the source: they see where the document came from, and nothing else of the account. */
  sourceId: idIn("src").nullable(),
  itemId: z.string().nullable(),
  kind: z.enum(sourceKinds),
  isPractice: z.boolean(),
  name: z.string(),
  folders: z.array(z.string()),
  webUrl: z.string().nullable(),
  seenAt: instant,
  isGone: z.boolean(),
});

/** Returns the source that a document came from, or null if a person brought it. Throws `NOT_FOUND` for who does not see the document. */
export const findOrigin = query("sources.find-origin", {
  title: "Show where a document came from",
  permission: "document.read",
  input: z.object({ documentId }),
  output: z.object({ origin: Origin.nullable() }),
  doors: ["web", "rest"],

  async handle({ documents, sources, sourceOrigins, actor }, { documentId: id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    const found = await sourceOrigins.ofDocument(id);
    if (!found) return { origin: null };
    const { sourceId, externalId, sourceName, kind, ownerId, ...shown } = found;
    const isSeen = (await sources.find(sourceId, viewerOf(actor))) !== null;
    const isOwn = actor.kind === "user" && actor.id === ownerId;
    return {
      origin: {
        ...shown,
        kind: oneOf(sourceKinds, kind),
        sourceId: isSeen ? sourceId : null,
        itemId: isSeen ? externalId : null,
        name: sourceName,
        folders: isOwn ? await sourceOrigins.foldersAbove(sourceId, externalId) : [],
      },
    };
  },
});
