import { z } from "zod";

import { documentId, groupId } from "../ids";
import { count, idIn, instant } from "../shapes";

export const ofDocument = z.object({ id: documentId });

/** A person or a group that a document is shared with. */
export const Target = z.union([
  z.strictObject({ userId: z.string().min(1).max(64) }),
  z.strictObject({ groupId }),
]);
export type Target = z.output<typeof Target>;

/** A link that shows one document to anyone who has it. */
export const DocumentLink = z
  .object({
    id: idIn("lnk"),
    mayDownload: z.boolean(),
    byName: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
    openedCount: count,
    lastOpenedAt: instant.nullable(),
  })
  .meta({ id: "DocumentLink" });

/** The people who see a document, and why. */
export const DocumentAccess = z
  .object({
    /** True if the caller may share the document and end its shares. */
    mayShare: z.boolean(),
    /** True if everybody in the workspace sees it. */
    isOpen: z.boolean(),
    /** The restricted projects whose members see it; only those that the caller may see. */
    projects: z.array(z.object({ id: idIn("prj"), name: z.string() })),
    people: z.array(
      z.object({ userId: idIn("usr"), name: z.string(), email: z.string(), sharedAt: instant }),
    ),
    /** The open links; none for those who may not share. */
    links: z.array(DocumentLink),
    groups: z.array(z.object({ groupId: idIn("grp"), name: z.string(), sharedAt: instant })),
  })
  .meta({ id: "DocumentAccess" });
export type DocumentAccess = z.output<typeof DocumentAccess>;

/** A document as the holder of its link sees it: nothing of the workspace, and nobody's name. */
export const LinkedDocument = z.object({
  id: idIn("doc"),
  title: z.string(),
  fileName: z.string(),
  format: z.string().nullable(),
  size: count,
  pageCount: count,
  /** False while it has not been read. */
  isRead: z.boolean(),
  mayDownload: z.boolean(),
});
export type LinkedDocument = z.output<typeof LinkedDocument>;
