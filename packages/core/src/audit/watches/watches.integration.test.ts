import { expect, test } from "vitest";
import { aColleague, aContext, actingIn, aJobAcross, inBackground } from "../../../test/contexts";
import { createGroup } from "../../groups/create-group";
import { changeMemberRole } from "../../members/change-member-role";
import { listNotices } from "../../notifications/list-notices";
import { createProject } from "../../projects/create-project";
import { checkWatches as schedule } from "../../schedules/audit/check-watches";
import { addWatch } from "./add-watch";
import { changeWatch } from "./change-watch";
import { checkWatches } from "./check-watches";
import { listWatches } from "./list-watches";
import { removeWatch } from "./remove-watch";

const ofGroups = { operation: "groups.create-group" };

async function anOffice() {
  const owner = await aContext({ role: "owner" });
  const admin = await aColleague(owner, { role: "admin" });
  const member = await aColleague(owner);
  const look = () => checkWatches(inBackground(owner, {}, "run-schedule"), {});
  const toldOf = async (ctx: typeof owner) =>
    (await listNotices(ctx, {})).items.map(({ title, count, path }) => ({ title, count, path }));
  return { owner, admin, member, look, toldOf };
}

test("a watch tells of entries that fit it and came after it, once", async () => {
  const { owner, admin, look, toldOf } = await anOffice();
  await createGroup(owner, { name: "Before" });
  await addWatch(admin, { name: "New groups", filter: ofGroups });
  await look();
  expect(await toldOf(admin)).toEqual([]);

  await createGroup(owner, { name: "Sales" });
  await createGroup(owner, { name: "Legal" });
  await createProject(owner, { name: "No group" });
  expect(await look()).toEqual({ told: 1, isDone: true });
  expect(await look()).toEqual({ told: 0, isDone: true });
  expect(await toldOf(admin)).toEqual([
    { title: "New groups", count: 2, path: "/settings/audit?operation=groups.create-group" },
  ]);
  expect(await toldOf(owner)).toEqual([]);
});

test("all who may read the log are told if they want to be, or if the maker may no more", async () => {
  const { owner, admin, member, look, toldOf } = await anOffice();
  await addWatch(admin, { name: "Mine", filter: ofGroups });
  await addWatch(admin, { name: "Ours", filter: ofGroups, tells: "admins" });
  await changeMemberRole(owner, { userId: admin.actor.id, role: "member" });
  await createGroup(owner, { name: "Sales" });

  await look();
  expect((await toldOf(owner)).map(({ title }) => title).sort()).toEqual(["Mine", "Ours"]);
  expect(await toldOf(admin)).toEqual([]);
  expect(await toldOf(member)).toEqual([]);
});

test("a watch that begins to tell says nothing of what came before, and a removed one nothing at all", async () => {
  const { owner, look, toldOf } = await anOffice();
  const { id } = await addWatch(owner, { name: "Groups", filter: ofGroups, tells: "nobody" });
  await createGroup(owner, { name: "Sales" });
  await look();
  await changeWatch(owner, { id, tells: "maker", name: "Teams" });
  await look();
  expect(await toldOf(owner)).toEqual([]);

  await createGroup(owner, { name: "Legal" });
  await look();
  expect(await toldOf(owner)).toMatchObject([{ title: "Teams", count: 1 }]);
  await removeWatch(owner, { id });
  await createGroup(owner, { name: "Press" });
  expect(await look()).toMatchObject({ told: 0 });
  expect(await listWatches(owner, {})).toEqual({ items: [] });
});

test("a watch without a filter, a second one of a name, and one of next door are refused with what to do", async () => {
  const { owner, member } = await anOffice();
  await expect(addWatch(owner, { name: "All", filter: {} })).rejects.toThrow("at least one filter");
  const { id } = await addWatch(owner, { name: "Groups", filter: ofGroups });
  await expect(addWatch(owner, { name: "Groups", filter: ofGroups })).rejects.toThrow(
    "Another watch has this name",
  );
  const other = await aContext({ role: "owner" });
  for (const call of [changeWatch, removeWatch])
    await expect(call(other, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(listWatches(member, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the schedule visits a workspace with something to look at, and no other", async () => {
  const { owner } = await anOffice();
  const platform = aJobAcross({
    inWorkspace: actingIn(owner, { kind: "job", name: "run-schedule" }),
  });
  const due = () => platform.db.platform.auditWatches.listDue({ after: "", limit: 1000 });
  await addWatch(owner, { name: "Groups", filter: ofGroups });
  await createGroup(owner, { name: "Sales" });
  expect(await due()).toContain(owner.workspaceId);

  const before = owner.workspaceId.slice(0, -1);
  expect((await schedule.work(platform, before)).next).toBe(owner.workspaceId);
  expect(await due()).not.toContain(owner.workspaceId);
});
