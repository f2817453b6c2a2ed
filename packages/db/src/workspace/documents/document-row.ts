import type { Prisma } from "../../generated/client";
import type { DocumentLinks, FieldOfDocument } from "./document-links";

/** The columns that this package returns. A new column stays private until it is named here. */
export const columns = {
  id: true,
  title: true,
  fileName: true,
  mediaType: true,
  format: true,
  size: true,
  contentHash: true,
  storageKey: true,
  modelKey: true,
  readingRelease: true,
  cutRelease: true,
  source: true,
  folder: true,
  version: true,
  status: true,
  stage: true,
  type: true,
  typeConfidence: true,
  isTypeCorrected: true,
  language: true,
  pageCount: true,
  piecesDone: true,
  piecesTotal: true,
  datedOn: true,
  access: true,
  visibility: true,
  grantees: true,
  parentId: true,
  uploadedById: true,
  errorCode: true,
  errorMessage: true,
  errorRemedy: true,
  seq: true,
  createdAt: true,
  updatedAt: true,
  typedAt: true,
  readyAt: true,
  trashedAt: true,
} satisfies Prisma.DocumentSelect;

export type Row = Prisma.DocumentGetPayload<{ select: typeof columns }>;
export type Document = Omit<Row, "size" | "seq"> & {
  size: number;
  seq: number;
  uploadedBy: { id: string; name: string } | null;
  tags: { id: string; name: string }[];
  /** The values of fields that the workspace defined, in the order of the fields. */
  fields: FieldOfDocument[];
  /** The projects that the principals may see. */
  projects: { id: string; name: string; isRestricted: boolean }[];
  /** All projects of the document, to compute `access`; never shown. */
  filedIn: { id: string; name: string; isRestricted: boolean }[];
};

/** Returns a row as a document. `projects` are those that the principals may see. */
export function toDocument(
  { size, seq, ...row }: Row,
  { uploadedBy, filedIn, tags, fields }: DocumentLinks,
  principals: readonly string[],
): Document {
  const isSeen = (project: { id: string; isRestricted: boolean }) =>
    !project.isRestricted || principals.includes("all") || principals.includes(project.id);
  return {
    ...row,
    size: Number(size),
    seq: Number(seq),
    uploadedBy,
    tags,
    fields,
    projects: filedIn.filter(isSeen),
    filedIn,
  };
}
