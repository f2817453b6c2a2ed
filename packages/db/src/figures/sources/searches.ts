import { Prisma } from "../../generated/client";
import { source } from "../source";
import { documentIsOpen } from "./document-dimensions";

const isSearch = Prisma.sql`s.kind = 'search'`;
const isQuestion = Prisma.sql`s.kind = 'ask'`;
const took = Prisma.sql`s.took_ms::float8`;

/** Searches and questions by their time. Nobody breaks them out by person, because their words are shown. */
export const searches = source({
  from: Prisma.sql`search_log s`,
  id: Prisma.sql`s.id`,
  at: Prisma.sql`s.created_at`,
  workspaceId: Prisma.sql`s.workspace_id`,
  base: Prisma.sql`true`,
  visible: null,
  open: Prisma.sql`not exists (select from documents d where d.id = s.opened_document_id and not ${documentIsOpen})`,
  dimensions: {
    workspace: { key: Prisma.sql`s.workspace_id` },
    searchKind: { key: Prisma.sql`s.kind` },
    producer: { key: Prisma.sql`s.producer` },
    outcome: {
      key: Prisma.sql`case when s.is_declined then 'declined' when s.kind = 'search' and s.results = 0 then 'empty'
        when s.opened_rank is not null then 'opened' else 'answered' end`,
    },
  },
  who: Prisma.sql`s.user_id`,
  row: {
    title: Prisma.sql`s.words`,
    platformTitle: Prisma.sql`s.kind`,
    detail: Prisma.sql`s.results::text || ' / ' || s.took_ms::text || ' ms'`,
    documentId: Prisma.sql`s.opened_document_id`,
    runId: Prisma.sql`null::text`,
    traceId: Prisma.sql`null::text`,
  },
  measures: {
    searched: { of: "count", where: isSearch },
    empty: { of: "count", where: Prisma.sql`s.kind = 'search' and s.results = 0` },
    emptyShare: { of: "share", value: Prisma.sql`(s.results = 0)::int::float8`, where: isSearch },
    openedShare: {
      of: "share",
      value: Prisma.sql`(s.opened_rank is not null)::int::float8`,
      where: isSearch,
    },
    rank: {
      of: "mean",
      value: Prisma.sql`(1.0 / s.opened_rank)::float8`,
      where: Prisma.sql`s.opened_rank is not null`,
    },
    slowest: { of: "slowest", value: took, where: isSearch },
    asked: { of: "count", where: isQuestion },
    declinedShare: {
      of: "share",
      value: Prisma.sql`s.is_declined::int::float8`,
      where: isQuestion,
    },
    askedSlowest: { of: "slowest", value: took, where: isQuestion },
    searchers: { of: "distinct", value: Prisma.sql`s.user_id`, where: isSearch },
    askers: { of: "distinct", value: Prisma.sql`s.user_id`, where: isQuestion },
  },
});
