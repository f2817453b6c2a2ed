import { PrismaPg } from "@prisma/adapter-pg";

import { PrismaClient } from "../generated/client";
import { outboxRelayRepository } from "./outbox-relay";
import { overviewRepository } from "./overview";
import { platformDocumentRepository } from "./platform-documents";

/** Across workspaces, reading only (save the outbox's sent mark): for platform admins, sweeps and the relay. */
export function createPlatformDatabase(connectionString: string) {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 4 }) });

  return {
    documents: platformDocumentRepository(prisma),
    outbox: outboxRelayRepository(prisma),
    overview: overviewRepository(prisma),
    /** Answers, or throws: for readiness. */
    ping: async (): Promise<void> => {
      await prisma.$queryRaw`select 1`;
    },
    close: () => prisma.$disconnect(),
  };
}

export type PlatformClient = PrismaClient;
export type PlatformDatabase = ReturnType<typeof createPlatformDatabase>;
