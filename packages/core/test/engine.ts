import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { openConsole } from "@besunny/engine/console/console";
import { migrateEngine } from "@besunny/engine/database/migrate";
import { createEngine } from "@besunny/engine/engine";

import type { JobName } from "../src/access/jobs";
import { signUp } from "../src/identity/sign-up";
import {
  aContext,
  aJobAcross,
  anEmail,
  anIdentityContext,
  openDatabase,
  signedIn,
} from "./contexts";

/** A database of its own, with an engine that is not started yet. `close` it in the end. */
export async function aHouseOfItsOwn() {
  const fresh = await freshDatabase();
  const connectionString = fresh.superuserUrl;
  await migrateEngine({ connectionString });
  const engine = createEngine({ connectionString, retryDelays: () => 20 });
  const runs = openConsole({ connectionString });
  const db = openDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });

  return {
    db,
    engine,
    runs,
    sql: <Row extends object = object>(statement: string) =>
      queryOnce<Row>(connectionString, statement),

    /** A statement as the platform's role sees it. */
    asPlatform: <Row extends object = object>(statement: string) =>
      queryOnce<Row>(fresh.platformUrl, statement),

    /** The owner of a new workspace in this database. */
    async anOwner(tools: Parameters<typeof aContext>[0] = {}) {
      const { user, workspace } = await signUp(anIdentityContext({ db }), {
        name: "Olive Owner",
        email: anEmail(),
        password: "long enough 1",
        workspaceName: "Mill",
      });
      const actor = {
        kind: "user" as const,
        ...user,
        role: "owner" as const,
        projects: [],
        via: signedIn,
      };
      return { ...(await aContext(tools)), db, workspaceId: workspace.id, actor };
    },

    /** The context of sweeps on this database. */
    upkeep: (given: Parameters<typeof aJobAcross>[0] = {}, job?: JobName) =>
      aJobAcross({ db, ...given }, job),

    /** Returns the engine's rows that contain this text, as `table: row`. */
    async rowsWith(text: string): Promise<string[]> {
      const tables = await queryOnce<{ name: string }>(
        connectionString,
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname in ('engine', 'engine_queue') order by 1`,
      );
      const found: string[] = [];
      for (const { name } of tables) {
        const rows = await queryOnce<{ row: string }>(
          connectionString,
          `select t::text as row from ${name} t where strpos(t::text, $1) > 0`,
          [text],
        );
        found.push(...rows.map(({ row }) => `${name}: ${row}`));
      }
      return found;
    },

    async close() {
      await engine.stop({ graceSeconds: 1 });
      await runs.close();
      await db.close();
      await fresh.drop();
    },
  };
}
