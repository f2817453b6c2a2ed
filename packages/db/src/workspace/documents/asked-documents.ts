import type { Prisma } from "../../generated/client";
import { literally } from "../../literally";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** A document as questions find it: what people call it, and when it came. */
export type AskedDocument = {
  id: string;
  title: string;
  fileName: string;
  type: string | null;
  language: string | null;
  createdAt: Date;
  /** The document that it came in, such as a mail. */
  parentId: string | null;
};

/** Facts that name the people and firms of a document. */
const naming = [
  "party",
  "supplier",
  "customer",
  "sender",
  "recipient",
  "employer",
  "employee",
  "insurer",
  "policyholder",
  "person",
  "holder",
  "account holder",
  "bank",
  "company",
  "manufacturer",
  "product",
  "author",
  "subject",
  "project",
  "plaintiff",
  "defendant",
  "taxpayer",
];

/** Numbers that people call a document by. */
const numbering = [
  "invoice number",
  "credit note number",
  "receipt number",
  "order number",
  "quote number",
  "policy number",
  "case number",
  "ticket number",
  "certificate number",
  "document number",
];

const columns = {
  id: true,
  title: true,
  fileName: true,
  type: true,
  language: true,
  createdAt: true,
  parentId: true,
} satisfies Prisma.DocumentSelect;

/** Finds the documents that a question is about, among those that the actor may see. */
export function askedDocumentRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen = { workspaceId, trashedAt: null, access: { hasSome: [...principals] } };

  return {
    /** Lists documents of a scope, newest first. `types` of an empty list means all. */
    list: (
      filter: { ids?: readonly string[]; projectId?: string; types?: readonly string[] },
      limit: number,
    ): Promise<AskedDocument[]> =>
      tx.document.findMany({
        where: {
          ...seen,
          ...(filter.ids && { id: { in: [...filter.ids] } }),
          ...(filter.projectId && { projects: { some: { projectId: filter.projectId } } }),
          ...(filter.types?.length && { type: { in: [...filter.types] } }),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    /** Lists the documents whose title or file name holds one of these words. */
    titled: (words: readonly string[], limit: number): Promise<AskedDocument[]> =>
      tx.document.findMany({
        where: {
          ...seen,
          OR: words.flatMap((word) => [
            { title: { contains: literally(word), mode: "insensitive" as const } },
            { fileName: { contains: literally(word), mode: "insensitive" as const } },
          ]),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    /** Lists the names that documents hold in their facts, or as entities that they often name, for those that hold one of these words. */
    names: async (words: readonly string[], limit: number) => {
      const holds = words.map((word) => ({
        contains: literally(word),
        mode: "insensitive" as const,
      }));
      const [facts, mentions] = await Promise.all([
        tx.documentFact.findMany({
          where: {
            workspaceId,
            name: { in: [...naming, ...numbering] },
            OR: holds.map((text) => ({ text })),
            document: { trashedAt: null, access: { hasSome: [...principals] } },
          },
          select: { documentId: true, text: true },
          take: limit,
        }),
        tx.entityMention.findMany({
          where: {
            workspaceId,
            OR: holds.map((name) => ({ name })),
            document: { trashedAt: null, access: { hasSome: [...principals] } },
          },
          orderBy: [{ count: "desc" }, { documentId: "asc" }],
          select: { documentId: true, name: true },
          take: limit,
        }),
      ]);
      return {
        facts,
        mentions: mentions.map(({ documentId, name }) => ({ documentId, text: name })),
      };
    },
  };
}
