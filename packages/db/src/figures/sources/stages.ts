import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentDimensions, documentIsOpen, documentIsVisible } from "./document-dimensions";

const finished = Prisma.sql`s.state = 'finished' and s.duration_ms is not null`;
const took = Prisma.sql`s.duration_ms::float8`;

/** Stages of runs by the time at which they began. */
export const stages = source({
  from: Prisma.sql`run_steps s join runs r on r.id = s.run_id join documents d on d.id = r.document_id`,
  id: Prisma.sql`s.run_id || '_' || s.name`,
  at: Prisma.sql`s.started_at`,
  workspaceId: Prisma.sql`s.workspace_id`,
  base: Prisma.sql`true`,
  visible: documentIsVisible,
  open: documentIsOpen,
  dimensions: {
    ...documentDimensions,
    workspace: { key: Prisma.sql`s.workspace_id` },
    stage: { key: Prisma.sql`s.name` },
    status: { key: Prisma.sql`s.state` },
    failure: { key: Prisma.sql`s.error_code` },
    lane: { key: Prisma.sql`r.kind` },
  },
  who: null,
  row: {
    title: Prisma.sql`d.title`,
    platformTitle: Prisma.sql`coalesce(d.format, d.media_type)`,
    detail: Prisma.sql`s.name || ', ' || s.state`,
    documentId: Prisma.sql`r.document_id`,
    runId: Prisma.sql`s.run_id`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    median: { of: "median", value: took, where: finished },
    slowest: { of: "slowest", value: took, where: finished },
    finished: { of: "count", where: Prisma.sql`s.state = 'finished'` },
    failed: { of: "count", where: Prisma.sql`s.state = 'failed'` },
    again: { of: "count", where: Prisma.sql`s.attempt > 1` },
  },
});
