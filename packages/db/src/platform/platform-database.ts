import { inUtc } from "@besunny/sql/in-utc";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../generated/client";
import { rawRows } from "../raw-rows";
import { platformAuditRepository } from "./audit";
import { bulkOperationRepository } from "./bulk-operations";
import { liveWorkRepository } from "./live-work";
import { outboxRelayRepository } from "./outbox-relay";
import { overviewRepository } from "./overview";
import { platformDocumentRepository } from "./platform-documents";
import { platformEventRepository } from "./platform-events";
import type { PlatformTx } from "./platform-tx";
import { scheduleRepository } from "./schedules";
import { upkeepRepository } from "./upkeep";

/** Across workspaces: for platform admins, sweeps and the relay. It reads how documents went, and changes none of them. */
export function createPlatformDatabase(connectionString: string) {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: inUtc(connectionString), max: 4 }),
  });

  return {
    documents: platformDocumentRepository(prisma),
    liveWork: liveWorkRepository(prisma),
    outbox: outboxRelayRepository(prisma),
    overview: overviewRepository(prisma),
    upkeep: upkeepRepository(prisma),
    ...written(prisma),
    /** One transaction: a change and its audit entry. */
    transaction: <T>(work: (repositories: PlatformWrites) => Promise<T>): Promise<T> =>
      prisma.$transaction((tx) => work(written(tx)), { maxWait: 15_000 }),
    /** Answers, or throws: for readiness. */
    ping: async (): Promise<void> => {
      await answer(prisma)`select 1`;
    },
    close: () => prisma.$disconnect(),
  };
}

export type PlatformDatabase = ReturnType<typeof createPlatformDatabase>;
export type PlatformWrites = ReturnType<typeof written>;

/** What admins of the platform change. */
function written(tx: PlatformTx) {
  return {
    audit: platformAuditRepository(tx),
    events: platformEventRepository(tx),
    operations: bulkOperationRepository(tx),
    schedules: scheduleRepository(tx),
  };
}

const answer = rawRows();
