import { expect, test } from "vitest";

import { aContext, auditOf, database, refusalsOf } from "../../test/contexts";
import { getEncryption } from "./get-encryption";
import { rotateKey } from "./rotate-key";

const wrapped = { wrapped: new Uint8Array(61), kekId: "local:test" };
const { workspaceKeys } = database.platform;

test("an admin sees the keys of the workspace and what happened to them, and no key itself", async () => {
  const ctx = await aContext({ role: "admin" });
  expect(await getEncryption(ctx, {})).toEqual({
    mainKey: { id: "local:test", place: "file" },
    versions: [],
    files: null,
    history: [],
  });
  await workspaceKeys.addFirst(ctx.workspaceId, wrapped);
  await workspaceKeys.addNext(ctx.workspaceId, 2, wrapped, new Date());

  const seen = await getEncryption(ctx, {});
  expect(seen.versions).toMatchObject([
    { version: 2, state: "active", retiredAt: null },
    { version: 1, state: "retired", retiredAt: expect.any(Date) },
  ]);
  expect(new Set(seen.history.map(({ version, kind }) => `${version} ${kind}`))).toEqual(
    new Set(["2 created", "1 retired", "1 created"]),
  );
  expect(JSON.stringify(seen)).not.toContain('wrapped":');
  const other = await aContext({ role: "admin" });
  expect((await getEncryption(other, {})).versions).toEqual([]);
});

test("rotating is for owners and admins, and leaves a row", async () => {
  const ctx = await aContext({ role: "owner" });
  expect(await rotateKey(ctx, {})).toEqual({ workspaceId: ctx.workspaceId, version: 2 });
  const [row] = (await auditOf(ctx)).filter(
    ({ operation }) => operation === "encryption.rotate-key",
  );
  expect(row?.subjects).toEqual([ctx.workspaceId]);

  const member = await aContext({ role: "member" });
  await expect(rotateKey(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(getEncryption(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await refusalsOf(member)).length).toBeGreaterThan(0);
});
