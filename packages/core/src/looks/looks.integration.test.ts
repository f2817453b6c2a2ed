import { afterAll, expect, test } from "vitest";
import { aColleague, aContext, actingIn, aPlatformContext, auditOf } from "../../test/contexts";
import { anIndex, aReadyDocument } from "../../test/documents";
import { listNotices } from "../notifications/list-notices";
import { askToLook } from "../platform/looks/ask-to-look";
import { listLooksInto } from "../platform/looks/list-looks-into";
import { lookAtDocument } from "../platform/looks/look-at-document";
import { lookInto } from "../platform/looks/look-into";
import { decideLook } from "./decide-look";
import { listLooks } from "./list-looks";

const { index, close } = await anIndex();
afterAll(close);

const asked = { reason: "The customer cannot open a file", minutes: 30, isUrgent: false };

async function anOffice(now = () => new Date()) {
  const owner = { ...(await aContext({ role: "owner", index })), clock: now };
  const id = `usr_${owner.workspaceId.slice(3)}`;
  const actor = { kind: "platformAdmin" as const, id, confirmedAt: new Date(8.64e15) };
  const admin = aPlatformContext({ actor, clock: now, inWorkspace: actingIn(owner, actor) });
  return { owner, admin, workspaceId: owner.workspaceId };
}

test("an admin sees documents once an owner has allowed it, and everything is in the log of the workspace", async () => {
  const { owner, admin, workspaceId } = await anOffice();
  const { id } = await aReadyDocument(owner, "The rent is 900 euros.");
  await expect(lookInto(admin, { workspaceId })).rejects.toMatchObject({ code: "FORBIDDEN" });

  const { id: look } = await askToLook(admin, { workspaceId, ...asked });
  expect((await listNotices(owner, {})).items).toMatchObject([
    { kind: "look", path: "/settings/audit" },
  ]);
  expect((await listLooks(owner, {})).items).toMatchObject([
    { id: look, state: "waiting", reason: asked.reason },
  ]);
  await expect(lookInto(admin, { workspaceId })).rejects.toMatchObject({ code: "FORBIDDEN" });

  await decideLook(owner, { id: look, decision: "allow" });
  expect((await lookInto(admin, { workspaceId })).items).toMatchObject([{ id }]);
  expect((await lookAtDocument(admin, { workspaceId, id })).pages.join()).toContain("900 euros");

  await decideLook(owner, { id: look, decision: "end" });
  await expect(lookAtDocument(admin, { workspaceId, id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });

  const rows = await auditOf(owner);
  expect(
    rows.filter(({ actorKind }) => actorKind === "platformAdmin").map((row) => row.operation),
  ).toEqual(["looks.open-looked-at", "looks.list-looked-at", "looks.ask-for-look"]);
  expect(rows.find(({ operation }) => operation === "looks.open-looked-at")?.subjects).toEqual([
    id,
  ]);
  expect(rows.find(({ operation }) => operation === "looks.ask-for-look")?.input).toMatchObject(
    asked,
  );
});

test("an urgent look begins at once, is told of, and is over by itself", async () => {
  let now = new Date();
  const { owner, admin, workspaceId } = await anOffice(() => now);
  await askToLook(admin, { workspaceId, ...asked, isUrgent: true });
  expect((await lookInto(admin, { workspaceId })).items).toEqual([]);
  expect((await listNotices(owner, {})).items).toHaveLength(1);
  await expect(askToLook(admin, { workspaceId, ...asked })).rejects.toMatchObject({
    code: "CONFLICT",
  });

  now = new Date(now.getTime() + 31 * 60_000);
  await expect(lookInto(admin, { workspaceId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await listLooksInto(admin, { workspaceId })).items).toMatchObject([{ state: "ended" }]);
});

test("a look that was refused shows nothing, another admin uses nobody's, and nobody but an owner answers", async () => {
  const { owner, admin, workspaceId } = await anOffice();
  const { id } = await askToLook(admin, { workspaceId, ...asked });
  const neighbour = await aContext({ role: "owner" });
  await expect(
    decideLook(await aColleague(owner, { role: "admin" }), { id, decision: "allow" }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(decideLook(neighbour, { id, decision: "allow" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(decideLook(owner, { id, decision: "end" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await decideLook(owner, { id, decision: "refuse" });
  await expect(lookInto(admin, { workspaceId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(decideLook(owner, { id, decision: "allow" })).rejects.toMatchObject({
    code: "CONFLICT",
  });

  await askToLook(admin, { workspaceId, ...asked, isUrgent: true });
  const actor = { kind: "platformAdmin" as const, id: "usr_other_admin" };
  const other = aPlatformContext({ actor, inWorkspace: actingIn(owner, actor) });
  await expect(lookInto(other, { workspaceId })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
