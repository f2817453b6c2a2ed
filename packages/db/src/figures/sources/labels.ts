import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen, documentIsVisible } from "./document-dimensions";

const ofType = Prisma.sql`l.field = 'type'`;

/** The labels of people, by the time at which they wrote them. Labels that they took back are out. */
export const labels = source({
  from: Prisma.sql`labels l join documents d on d.id = l.document_id`,
  id: Prisma.sql`l.id`,
  at: Prisma.sql`l.created_at`,
  workspaceId: Prisma.sql`l.workspace_id`,
  base: Prisma.sql`l.withdrawn_at is null`,
  visible: documentIsVisible,
  open: documentIsOpen,
  dimensions: {
    ...documentDimensions,
    workspace: { key: Prisma.sql`l.workspace_id` },
    person: { key: Prisma.sql`l.by_id` },
    group: {
      many: () => Prisma.sql`select gm.group_id as key from group_members gm
        where gm.user_id = l.by_id and gm.workspace_id = l.workspace_id`,
    },
    labelSource: { key: Prisma.sql`l.source` },
    feature: { key: Prisma.sql`l.field` },
  },
  who: Prisma.sql`l.by_id`,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`l.field`,
    detail: Prisma.sql`l.source`,
    documentId: Prisma.sql`l.document_id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    written: { of: "count" },
    confirmed: {
      of: "share",
      value: Prisma.sql`(l.source = 'confirmation')::int::float8`,
      where: ofType,
    },
    corrected: {
      of: "share",
      value: Prisma.sql`(l.source = 'correction')::int::float8`,
      where: ofType,
    },
    people: { of: "distinct", value: Prisma.sql`l.by_id` },
  },
});
