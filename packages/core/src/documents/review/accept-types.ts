import { z } from "zod";
import { mayDo } from "../../access/rights";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import { offeredTypes } from "../../understanding/contract/document-types";
import { labelType } from "../label-type";

/**
 * Sets the types of many documents that a person reviewed together. Documents that have got a type meanwhile, that are gone or that
 * the caller may only read stay as they are. Returns the ids of the others.
 */
export const acceptTypes = command("documents.accept-types", {
  title: "Accept the types of many documents",
  permission: "document.correct",
  input: z.object({
    items: z
      .array(z.object({ id: documentId, type: z.string().max(60) }))
      .min(1)
      .max(200),
  }),
  output: ofIds,
  doors: ["web"],
  timeoutSeconds: 120,

  async handle(tools, { items }) {
    const { documents, documentTypes, actor } = tools;
    const offered = new Set(offeredTypes(await documentTypes.list()).map(({ name }) => name));
    const found = await documents.findMany(items.map(({ id }) => id));
    const byId = new Map(found.map((document) => [document.id, document]));
    const ids: string[] = [];
    for (const { id, type } of items) {
      const document = byId.get(id);
      byId.delete(id);
      if (!document || document.trashedAt || document.isTypeCorrected || !offered.has(type))
        continue;
      if (!mayDo(actor, "document.correct", document)) continue;
      await labelType(tools, document, { type, place: "review" });
      ids.push(id);
    }
    return { ids };
  },
});
