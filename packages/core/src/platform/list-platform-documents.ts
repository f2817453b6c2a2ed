import { z } from "zod";

import { documentStatuses } from "../documents/document";
import { platformOperation } from "../operation";

/** The rows behind the overview's tiles. An admin sees how a document went, never its name or text. */
export const listPlatformDocuments = platformOperation({
  input: z.object({
    status: z.array(z.enum(documentStatuses)).optional(),
    errorCode: z.string().max(40).optional(),
    workspaceId: z.string().max(60).optional(),
    from: z.coerce.date().optional(),
    to: z.coerce.date().optional(),
    cursor: z.string().max(500).nullish(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  run: ({ db }, { cursor, limit, ...filter }) =>
    db.platform.documents.list(filter, { limit, cursor: cursor ?? undefined }),
});
