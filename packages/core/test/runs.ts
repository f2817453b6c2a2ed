import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { openConsole } from "@besunny/engine/console/console";
import type { Run } from "@besunny/engine/console/console-types";
import type { RunState } from "@besunny/engine/console/run-states";
import { functionsAtWork, type PlainFunction } from "@besunny/engine/test/functions-at-work";

import type { PlatformContext } from "../src/context";
import { signUp } from "../src/identity/sign-up";
import { callerOf } from "../src/operation/caller-of";
import {
  aContext,
  anEmail,
  anIdentityContext,
  aPlatformContext,
  openDatabase,
  signedIn,
} from "./contexts";

/** A database of its own with an engine at work on these functions, as an admin of the platform sees it. `stop` it in the end. */
export async function runsAtWork(functions: readonly PlainFunction[]) {
  const fresh = await freshDatabase();
  const db = openDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
  // A copy of a database does not have its grants.
  await queryOnce(fresh.ownerUrl, `grant create on database ${fresh.name} to besunny_engine`);
  const engine = { connectionString: engineUrlOf(fresh.name), tenantField: "workspaceId" };
  const { send, stop } = await functionsAtWork({ ...engine, functions });
  const runs = openConsole(engine);
  const somebody = await aContext();

  const ctx: PlatformContext = aPlatformContext({
    db,
    runs,
    inWorkspace: (workspaceId) =>
      callerOf({
        ...somebody,
        db,
        workspaceId,
        actor: { kind: "platformAdmin", id: "usr_admin" },
      }),
  });

  return {
    ctx,
    runs,
    send,
    urls: { app: fresh.appUrl, platform: fresh.platformUrl },
    /** The only run of that function in that state, waited for. */
    runIn: (functionId: string, state: RunState) => runIn(ctx, functionId, state),
    /** A workspace's owner in this database. */
    async anOwner() {
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
      return { ...somebody, db, workspaceId: workspace.id, actor };
    },
    async stop() {
      await stop();
      await runs.close();
      await db.close();
      await fresh.drop();
    },
  };
}

/** Asks again until the answer is there; fails after 20 s, saying what was waited for. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | null | undefined | false>,
): Promise<Value> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await ask();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function runIn({ runs }: PlatformContext, name: string, state: RunState): Promise<Run> {
  const functionId = `besunny-${name}`;
  return until(`${name} to be ${state}`, async () => {
    const page = await runs?.listRuns({ functionId, states: [state], limit: 1 });
    return page?.items[0];
  });
}

function engineUrlOf(database: string): string {
  const given = process.env.TEST_ENGINE_URL;
  if (!given) throw new Error("TEST_ENGINE_URL is set by tooling/vitest/postgres.ts");
  const url = new URL(given);
  url.pathname = `/${database}`;
  return url.toString();
}
