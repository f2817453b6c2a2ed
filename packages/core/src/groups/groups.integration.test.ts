import { describe, expect, test } from "vitest";

import { aColleague, aContext, anIdentityContext } from "../../test/contexts";
import type { WorkspaceContext } from "../context";
import { removeMember } from "../members/remove-member";
import { createGroup } from "./create-group";
import { deleteGroup } from "./delete-group";
import { listGroups } from "./list-groups";
import { putGroupMember } from "./put-group-member";
import { removeGroupMember } from "./remove-group-member";
import { renameGroup } from "./rename-group";

const changes: [string, (ctx: WorkspaceContext, id: string, userId: string) => Promise<unknown>][] =
  [
    ["renameGroup", (ctx, id) => renameGroup(ctx, { id, name: "Mine" })],
    ["deleteGroup", (ctx, id) => deleteGroup(ctx, { id })],
    ["putGroupMember", (ctx, id, userId) => putGroupMember(ctx, { id, userId })],
    ["removeGroupMember", (ctx, id, userId) => removeGroupMember(ctx, { id, userId })],
  ];

describe("every change of a group", () => {
  test.each(changes)("%s is refused to viewers and members", async (_, act) => {
    const owner = await aContext({ role: "owner" });
    const { id } = await createGroup(owner, { name: "Board" });
    for (const role of ["viewer", "member"] as const) {
      const other = await aColleague(owner, { role });
      await expect(act(other, id, owner.actor.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(createGroup(other, { name: "Other" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await listGroups(owner, {})).toMatchObject([{ name: "Board", members: [] }]);
  });

  test.each(changes)("%s finds no group next door", async (_, act) => {
    const owner = await aContext({ role: "owner" });
    const { id } = await createGroup(owner, { name: "Board" });
    const neighbour = await aContext({ role: "owner" });
    await expect(act(neighbour, id, neighbour.actor.id)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await listGroups(neighbour, {})).toEqual([]);
  });
});

test("a group has the people that were added, until they are removed or leave the workspace", async () => {
  const owner = await aContext({ role: "owner" });
  const [one, two] = [await aColleague(owner), await aColleague(owner)];
  const { id } = await createGroup(owner, { name: "Board" });
  const membersNow = async () =>
    (await listGroups(one, {})).flatMap(({ members }) => members.map(({ userId }) => userId));

  for (const { actor } of [one, two, two]) await putGroupMember(owner, { id, userId: actor.id });
  expect(await membersNow()).toEqual([one.actor.id, two.actor.id]);

  await removeGroupMember(owner, { id, userId: one.actor.id });
  await removeMember(owner, { userId: two.actor.id });
  expect(await membersNow()).toEqual([]);
});

test("two groups have two names", async () => {
  const owner = await aContext({ role: "owner" });
  const { id } = await createGroup(owner, { name: "Board" });
  await createGroup(owner, { name: "Night shift" });
  await expect(createGroup(owner, { name: "Board" })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(renameGroup(owner, { id, name: "Night shift" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await renameGroup(owner, { id, name: "Board" });
});

test("who is in a group is known with their session's other rights", async () => {
  const owner = await aContext({ role: "owner" });
  const { id } = await createGroup(owner, { name: "Board" });
  await putGroupMember(owner, { id, userId: owner.actor.id });
  const { access } = anIdentityContext().db.identity;
  expect(await access.listGroups(owner.workspaceId, owner.actor.id)).toEqual([id]);
});
