import { z } from "zod";

import { cursorInput } from "../cursor-input";
import { stageOf, statusOf } from "../documents/contract/document";
import { documentStatuses } from "../documents/contract/document-words";
import { moment } from "../moment";
import { platformQuery } from "../operation/platform";
import { pageOf } from "../shapes";
import { PlatformDocument } from "./contract";

/** Returns a page of the documents behind the overview's numbers, newest first: how their processing went, never their names or texts. */
export const listPlatformDocuments = platformQuery("platform.list-platform-documents", {
  title: "List documents of all workspaces",
  permission: "platform.read",
  input: z.object({
    status: z.array(z.enum(documentStatuses)).optional(),
    errorCode: z.string().max(40).optional(),
    workspaceId: z.string().max(60).optional(),
    batchId: z.string().max(60).optional(),
    from: moment.optional(),
    to: moment.optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: pageOf(PlatformDocument),
  doors: ["admin"],

  async handle({ db }, { cursor, limit, ...filter }) {
    const page = { limit, cursor: cursor ?? undefined };
    const { items, nextCursor } = await db.platform.documents.list(filter, page);
    return {
      items: items.map(({ status, stage, ...rest }) => ({
        ...rest,
        status: statusOf(status),
        stage: stageOf(stage),
      })),
      nextCursor,
    };
  },
});
