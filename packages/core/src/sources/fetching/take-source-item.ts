import { type SourceKind, sourceKinds } from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import type { DocumentSource } from "../../documents/contract/taking/document-sources";
import { takeFile } from "../../documents/contract/taking/take-file";
import {
  restoreFromSource,
  trashFromSource,
} from "../../documents/contract/taking/trash-from-source";
import { titleOf } from "../../documents/contract/title";
import { notFound } from "../../errors";
import { sourceId } from "../../ids";
import { oneOf } from "../../one-of";
import { command } from "../../operation/command";
import { isLeftOut, type Judged } from "../contract/choice";
import { MailFacts } from "../contract/mail-facts";
import { seenOf } from "../contract/seen-of";
import { SourceRules } from "../contract/source";
import type { LookTools } from "../contract/tools";

/**
 * Makes a document of fetched bytes, or a new version of the document that the item is. Its identity is source and item, never its hash. An
 * item that is gone meanwhile, or that was fetched already, takes nothing; `isUsed` says whether the stored bytes are needed.
 */
export const takeSourceItem = command("sources.take-source-item", {
  title: "Take an item of a source",
  permission: "source.sync",
  input: z.object({
    id: sourceId,
    externalId: z.string(),
    revision: z.string(),
    fileName: z.string().min(1).max(1000),
    mediaType: z.string().max(255),
    size: z.number().int(),
    contentHash: z.string(),
    storageKey: z.string(),
    /** Facts that came with the content, where a listing does not carry them. */
    mail: MailFacts.nullable().default(null),
    modifiedAt: z.date().nullable().default(null),
  }),
  output: z.object({ isUsed: z.boolean(), documentId: z.string().nullable() }),
  doors: [],
  audit: { subjects: ({ documentId }) => (documentId ? [documentId] : []) },

  async handle(tools, { id, externalId, revision, mail, modifiedAt, ...file }) {
    const { sources, sourceItems } = tools;
    const found = (await sources.find(id, null)) ?? notFound("Source", id);
    const listed = await sourceItems.find(id, externalId);
    if (listed?.state !== "fetching") return { isUsed: false, documentId: null };
    const told = {
      ...(mail && { facts: mail, name: file.fileName }),
      ...(modifiedAt && { modifiedAt }),
    };
    const item = { ...listed, ...told };
    if (mail || modifiedAt) {
      await sourceItems.change(id, externalId, told);
      if (isLeftOut(judgedOf(item, mail), SourceRules.parse(found.rules))) {
        await leaveOut(tools, { id, externalId, documentId: item.documentId });
        return { isUsed: false, documentId: null };
      }
    }

    const removed = item.documentId !== null && !(await isStill(tools, item.documentId));
    if (removed) {
      await sourceItems.change(id, externalId, settled(revision));
      return { isUsed: false, documentId: null };
    }
    const [place] = await sourceItems.placeOf(id, externalId);
    const [seen] = await seenOf(tools, found, [{ ...item, documentId: null }]);
    if (!seen) return { isUsed: false, documentId: null };
    const taken = await takeFile(tools, {
      ...file,
      visibility: seen.visibility,
      grantees: seen.grantees,
      sourceId: id,
      externalId,
      source: documentSourceOf(oneOf(sourceKinds, found.kind)),
      ownerId: found.connection.ownerId,
      title: titleOf(item.name),
      folder: place?.folder ?? null,
      projectIds: found.projectIds,
    });
    await restoreFromSource(tools, { documentIds: [taken.documentId] });
    const isNewer = item.revision !== revision;
    await sourceItems.change(id, externalId, {
      ...settled(revision),
      documentId: taken.documentId,
      // It was edited while it was being fetched, so that it waits again.
      ...(isNewer && { state: "waiting" }),
    });
    const isUsed = taken.outcome === "new" || taken.outcome === "version";
    return { isUsed, documentId: taken.documentId };
  },
});

type Kept = {
  name: string;
  mediaType: string;
  size: bigint | null;
  modifiedAt: Date;
  facts?: unknown;
};

function judgedOf(item: Kept, mail: Judged["mail"] | null): Judged {
  const { name, mediaType, modifiedAt } = item;
  const size = item.size === null ? null : Number(item.size);
  return { name, mediaType, modifiedAt, size, ...(mail && { mail }) };
}

/** Leaves out an item of which the rules speak only now. A document that it was before goes to the trash. */
async function leaveOut(
  tools: LookTools,
  { id, externalId, documentId }: { id: string; externalId: string; documentId: string | null },
): Promise<void> {
  await tools.sourceItems.change(id, externalId, {
    state: "left-out",
    reason: "rule",
    leasedUntil: null,
    nextTryAt: null,
    tries: 0,
    trouble: null,
    remedy: null,
  });
  if (documentId) await trashFromSource(tools, { documentIds: [documentId], reason: "left-out" });
}

const settled = (revision: string) => ({
  state: "processing",
  fetchedRevision: revision,
  leasedUntil: null,
  nextTryAt: null,
  tries: 0,
  reason: null,
  trouble: null,
  remedy: null,
});

async function isStill(
  { takenFiles }: { takenFiles: { findMany(ids: string[]): Promise<unknown[]> } },
  documentId: string,
): Promise<boolean> {
  return (await takenFiles.findMany([documentId])).length > 0;
}

function documentSourceOf(kind: SourceKind): DocumentSource {
  return kind === "google-calendar" || kind === "outlook-calendar" ? "calendar" : kind;
}
