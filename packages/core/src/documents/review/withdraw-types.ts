import { z } from "zod";
import { mayDo } from "../../access/rights";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";
import { takeTypeBack } from "../label-type";

/** Takes back the last word of a person about the types of many documents, as after accepting them together. */
export const withdrawTypes = command("documents.withdraw-types", {
  title: "Take back the types of many documents",
  permission: "document.correct",
  input: z.object({ ids: z.array(documentId).min(1).max(200) }),
  output: ofIds,
  doors: ["web"],
  timeoutSeconds: 120,

  async handle(tools, { ids }) {
    const found = await tools.documents.findMany([...new Set(ids)]);
    const changeable = found.filter(
      (document) =>
        document.isTypeCorrected &&
        !document.trashedAt &&
        mayDo(tools.actor, "document.correct", document),
    );
    for (const document of changeable) await takeTypeBack(tools, document);
    return { ids: changeable.map(({ id }) => id) };
  },
});
