import { integer, nullable, real, text, timestamp } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { PlatformClient } from "./platform-tx";

const versions = rawRows({ version: text });
const sizes = rawRows({ bytes: real });
const migrations = rawRows({
  count: integer,
  last: nullable(text),
  appliedAt: nullable(timestamp),
});

/** Reads facts of the PostgreSQL server and its database. */
export function serverRepository(prisma: PlatformClient) {
  return {
    /** Returns the version of the server, such as `18.1`. */
    version: async (): Promise<string> => {
      const [row] = await versions(prisma)`select current_setting('server_version') as version`;
      return row?.version ?? "";
    },

    /** Returns the bytes of the database. */
    size: async (): Promise<number> => {
      const [row] = await sizes(prisma)`
        select pg_database_size(current_database())::float8 as bytes`;
      return row?.bytes ?? 0;
    },

    /** Returns how many migrations were applied, and the last one. */
    migrations: async (): Promise<{
      count: number;
      last: string | null;
      appliedAt: Date | null;
    }> => {
      const [row] = await migrations(prisma)`
        select count(*)::int as count, max(migration_name)::text as last, max(finished_at) as "appliedAt"
          from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
      return row ?? { count: 0, last: null, appliedAt: null };
    },
  };
}
