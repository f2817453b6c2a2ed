import { expect, test } from "vitest";

import { aContext, auditOf } from "../../test/contexts";
import { getWorkspace } from "./get-workspace";
import { renameWorkspace } from "./rename-workspace";

test("a workspace is renamed by its admins, and no other with it", async () => {
  const [ctx, neighbour] = [await aContext({ role: "admin" }), await aContext({ role: "owner" })];

  await renameWorkspace(ctx, { name: " The mill " });

  expect(await getWorkspace(ctx, {})).toMatchObject({ id: ctx.workspaceId, name: "The mill" });
  expect((await auditOf(ctx))[0]).toMatchObject({
    operation: "workspaces.rename-workspace",
    subjects: [ctx.workspaceId],
    changes: [{ before: { name: "A test's own workspace" }, after: { name: "The mill" } }],
  });
  expect((await getWorkspace(neighbour, {})).name).toBe("A test's own workspace");
});

test("a workspace keeps its name when a member would change it", async () => {
  const ctx = await aContext();

  await expect(renameWorkspace(ctx, { name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });

  expect((await getWorkspace(ctx, {})).name).toBe("A test's own workspace");
});
