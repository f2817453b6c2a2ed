import type { Repositories } from "@besunny/db/database";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import type { Run } from "@besunny/db/workspace/runs";
import { z } from "zod";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";

export const readTimeline = query("processing.read-timeline", {
  title: "Read the runs and corrections of a document",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: ofType<{
    document: Document;
    history: Run[];
    corrected: Awaited<ReturnType<Repositories["labels"]["list"]>>;
    names: Awaited<ReturnType<Repositories["labels"]["namesOf"]>>;
    open: Run | undefined;
    ahead: number;
  }>(),
  doors: [],

  async handle({ documents, runs, labels }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const [history, corrected] = await Promise.all([runs.list(id), labels.list(id)]);
    const names = await labels.namesOf(corrected.map(({ byId }) => byId));
    const open = history.find(({ state }) => state === "queued" || state === "running");
    const ahead = open?.state === "queued" ? await runs.countAhead(open.id) : 0;
    return { document, history, corrected, names, open, ahead };
  },
});
