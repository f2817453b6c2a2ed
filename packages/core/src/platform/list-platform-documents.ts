import { z } from "zod";
import { cursorInput } from "../cursor-input";
import { documentStatuses } from "../documents/contract/document";
import { moment } from "../moment";
import { platformOperation } from "../operation/operation";

/** The rows behind the overview's tiles. An admin sees how a document went, never its name or text. */
export const listPlatformDocuments = platformOperation({
  input: z.object({
    status: z.array(z.enum(documentStatuses)).optional(),
    errorCode: z.string().max(40).optional(),
    workspaceId: z.string().max(60).optional(),
    from: moment.optional(),
    to: moment.optional(),
    cursor: cursorInput,
    limit: z.number().int().min(1).max(200).default(50),
  }),
  run: ({ db }, { cursor, limit, ...filter }) =>
    db.platform.documents.list(filter, { limit, cursor: cursor ?? undefined }),
});
