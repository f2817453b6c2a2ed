import { z } from "zod";

import { manyDocumentIds } from "../../ids";
import { command } from "../../operation/command";
import { ofIds } from "../../shapes";

/** Records that the originals of documents were downloaded in one archive. Returns the ids of those that the caller sees. */
export const recordDownload = command("documents.record-download", {
  title: "Download the originals of many documents",
  permission: "document.read",
  input: z.object({ ids: manyDocumentIds }),
  output: ofIds,
  doors: [],

  handle: async ({ documents }, { ids }) => ({
    ids: (await documents.findMany(ids)).map(({ id }) => id),
  }),
});
