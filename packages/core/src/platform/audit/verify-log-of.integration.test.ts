import { expect, test } from "vitest";
import { aContext, aPlatformContext } from "../../../test/contexts";
import { sql } from "../../../test/models/releases";
import { renameWorkspace } from "../../workspaces/rename-workspace";
import { verifyLogOf } from "./verify-log-of";

const forge = (statement: string) =>
  sql(
    `set session_replication_role = replica; ${statement}; set session_replication_role = origin`,
  );

test("the platform's own log is checked, and a changed row is found", async () => {
  const admin = aPlatformContext();
  await verifyLogOf(admin, { workspaceId: null });
  const { isWhole, entries } = await verifyLogOf(admin, { workspaceId: null });
  expect(isWhole).toBe(true);
  expect(entries).toBeGreaterThan(0);

  const [{ id = "", actor_id: actor = "" } = {}] = await sql<{ id: string; actor_id: string }>(
    "select id, actor_id from platform_audit_entries order by created_at desc limit 1",
  );
  await forge(`update platform_audit_entries set actor_id = 'usr_other' where id = '${id}'`);
  const changed = await verifyLogOf(admin, { workspaceId: null });
  await forge(`update platform_audit_entries set actor_id = '${actor}' where id = '${id}'`);
  expect(changed.broken).toMatchObject({ entryId: id, reason: "The entry was changed." });
});

test("an admin checks the log of a workspace, and is told which entry is wrong and no word of it", async () => {
  const owner = await aContext({ role: "owner" });
  await renameWorkspace(owner, { name: "The quiet mill" });
  const { workspaceId } = owner;
  expect(await verifyLogOf(aPlatformContext(), { workspaceId })).toMatchObject({ isWhole: true });

  await forge(
    `update audit_entries set input = '{}' where workspace_id = '${workspaceId}' and operation = 'workspaces.rename-workspace'`,
  );
  const found = await verifyLogOf(aPlatformContext(), { workspaceId });
  expect(found.isWhole).toBe(false);
  expect(JSON.stringify(found)).not.toContain("quiet mill");
});
