import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, queryOnce } from "../../test/fresh-database";
import { fillWorkspace } from "../../test/workspace-rows";
import { createDatabase } from "../database";

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let database: ReturnType<typeof createDatabase>;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = createDatabase({
    app: fresh.appUrl,
    identity: fresh.identityUrl,
    platform: fresh.platformUrl,
  });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const change = (text: string) => queryOnce(fresh.superuserUrl, text);

test("a workspace that is suspended or read only brings no new documents, and goes on when it is not", async () => {
  const workspaceId = await fillWorkspace(fresh.superuserUrl);
  const now = new Date();
  const claim = { now, until: new Date(now.getTime() - 1), limit: 5 };
  await change(
    `update connections set state = 'ok', blocked_until = null;
     update sources set state = 'live', removed_at = null, due_at = '2020-01-01', claimed_until = null, pump_until = null;
     update source_items set state = 'waiting', is_folder = false, next_try_at = null, document_id = null;
     update source_watches set renew_at = '2020-01-01'`,
  );
  const claimed = async () => {
    const { dueSources } = database.platform;
    const looks = await dueSources.claimLooks(claim);
    const pumps = await dueSources.claimPumps(claim);
    const watches = await dueSources.claimWatches({ now, limit: 5 });
    await change(`update source_watches set renew_at = '2020-01-01'`);
    return [looks, pumps, watches].map((each) => each.length);
  };
  expect(await claimed()).toEqual([1, 1, 1]);
  for (const state of ["restricted", "cancelled"]) {
    await change(
      `update billing_accounts set state = '${state}' where workspace_id = '${workspaceId}'`,
    );
    expect([state, await claimed()]).toEqual([state, [0, 0, 0]]);
  }
  await change(`update billing_accounts set state = 'past_due'`);
  expect(await claimed()).toEqual([1, 1, 1]);
  await change(`update workspaces set suspended_at = now()`);
  expect(await claimed()).toEqual([0, 0, 0]);
});
