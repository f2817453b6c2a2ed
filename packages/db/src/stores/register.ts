import type { Prisma } from "../generated/client";
import type { Store } from "./store";
import { billingTables } from "./tables/billing";
import { documentTables } from "./tables/documents";
import { meetingTables } from "./tables/meetings";
import { peopleTables } from "./tables/people";
import { platformTables } from "./tables/platform";
import { privacyTables } from "./tables/privacy";
import { waysInTables } from "./tables/ways-in";
import { webhookTables } from "./tables/webhooks";
import { workspaceTables } from "./tables/workspace";

/**
 * Every table with what it does at export, at erasure and while documents are held. A model of `schema.prisma` without an entry does not
 * compile; a test compares the columns with PostgreSQL.
 */
export const register = {
  ...peopleTables,
  ...waysInTables,
  ...documentTables,
  ...meetingTables,
  ...privacyTables,
  ...workspaceTables,
  ...billingTables,
  ...webhookTables,
  ...platformTables,
} satisfies Record<Prisma.ModelName, Store>;

/** The entries, by the name of their table. */
export const stores: ReadonlyMap<string, Store> = new Map(
  Object.values<Store>(register).map((store) => [store.table, store]),
);
