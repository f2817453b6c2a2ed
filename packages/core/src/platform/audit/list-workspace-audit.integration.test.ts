import { expect, test } from "vitest";

import { aColleague, aContext, aPlatformContext } from "../../../test/contexts";
import { createGroup } from "../../groups/create-group";
import { listWorkspaceAudit } from "./list-workspace-audit";

test("admins see who did what in one workspace or in all, and no words of it", async () => {
  const owner = await aContext({ role: "owner" });
  const viewer = await aColleague(owner, { role: "viewer" });
  const neighbour = await aContext({ role: "owner" });
  await createGroup(owner, { name: "Secret plans" });
  await expect(createGroup(viewer, { name: "Refused plans" })).rejects.toThrow();
  await createGroup(neighbour, { name: "Next door" });
  const admin = aPlatformContext();
  const list = (filter: object) =>
    listWorkspaceAudit(admin, { operation: "groups.create-group", ...filter });

  const { items } = await list({ workspaceId: owner.workspaceId });
  expect(items).toMatchObject([
    { outcome: "refused", actor: { id: viewer.actor.id }, reason: null, input: {} },
    { outcome: "ok", actor: { id: owner.actor.id }, changes: [], ip: null, userAgent: null },
  ]);
  expect(items[0]?.workspace).toEqual({ id: owner.workspaceId, name: "A test's own workspace" });
  expect(JSON.stringify(items)).not.toContain("plans");

  const everywhere = await list({ limit: 200 });
  const seen = new Set(everywhere.items.map(({ workspace }) => workspace.id));
  expect(seen).toContain(owner.workspaceId);
  expect(seen).toContain(neighbour.workspaceId);

  const first = await list({ workspaceId: owner.workspaceId, limit: 1 });
  const cursor = first.nextCursor;
  const second = await list({ workspaceId: owner.workspaceId, limit: 1, cursor });
  expect([...first.items, ...second.items]).toEqual(items);
});

test("without a workspace and a day, a week is listed", async () => {
  const owner = await aContext({ role: "owner" });
  await createGroup(owner, { name: "Sales" });
  const inTenDays = () => new Date(Date.now() + 10 * 86_400_000);
  const later = aPlatformContext({ clock: inTenDays });
  const found = async (filter: object) =>
    (await listWorkspaceAudit(later, { actorId: owner.actor.id, ...filter })).items.length;
  expect(await found({})).toBe(0);
  expect(await found({ from: new Date(Date.now() - 86_400_000) })).toBeGreaterThan(0);
  expect(await found({ workspaceId: owner.workspaceId })).toBeGreaterThan(0);
});
