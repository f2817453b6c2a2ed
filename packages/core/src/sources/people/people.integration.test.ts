import { queryOnce } from "@besunny/db/test/fresh-database";
import { expect, test } from "vitest";

import { aColleague, aContext, announced, auditOf, inBackground } from "../../../test/contexts";
import { aSharedDrive } from "../../../test/sources/shared-drive";
import type { WorkspaceContext } from "../../context";
import { listDocuments } from "../../documents/list-documents";
import { removeMember } from "../../members/remove-member";
import { applyGrants } from "./apply-grants";
import { confirmPerson } from "./confirm-person";
import { listPeople } from "./list-people";
import { withdrawPerson } from "./withdraw-person";

/** Does what the announced events ask for, twice. Returns how many documents changed each time. */
async function apply(ctx: WorkspaceContext) {
  const asked = (await announced(ctx)).filter(({ name }) => name === "source/people-changed");
  expect(asked.length).toBeGreaterThan(0);
  const job = inBackground(ctx, undefined, "apply-grants");
  const [first, second] = [
    await applyGrants(job, { sourceId: null }),
    await applyGrants(job, { sourceId: null }),
  ];
  return [first.ids.length, second.ids.length];
}

const titles = async (ctx: WorkspaceContext) =>
  (await listDocuments(ctx, {})).items.map(({ title }) => title).toSorted();

test("an address counts for a member once an admin has confirmed it, and no longer than that", async () => {
  const admin = await aContext({ role: "admin" });
  const ada = await aColleague(admin);
  const bo = await aColleague(admin);
  const both = [
    { kind: "user" as const, address: "Ada@mill.test" },
    { kind: "user" as const, address: "bo@mill.test" },
  ];
  const { connectionId } = await aSharedDrive(admin, {
    both,
    adas: both.slice(0, 1),
    nobodys: [],
  });
  for (const ctx of [admin, ada, bo]) expect(await titles(ctx)).toEqual([]);

  const people = await listPeople(admin, { connectionId });
  expect(people.items).toEqual([
    { address: "ada@mill.test", members: [], suggested: [] },
    { address: "bo@mill.test", members: [], suggested: [] },
  ]);
  await confirmPerson(admin, { connectionId, address: "ada@mill.test", userId: ada.actor.id });
  await confirmPerson(admin, { connectionId, address: "bo@mill.test", userId: bo.actor.id });
  expect(await apply(admin)).toEqual([2, 0]);
  expect(await titles(ada)).toEqual(["adas", "both"]);
  expect(await titles(bo)).toEqual(["both"]);
  expect(await titles(admin)).toEqual([]);

  await withdrawPerson(admin, { connectionId, address: "ada@mill.test" });
  expect(await apply(admin)).toEqual([2, 0]);
  expect(await titles(ada)).toEqual([]);
  await removeMember(admin, { userId: bo.actor.id });
  expect(await apply(admin)).toEqual([1, 0]);
  expect(
    (await listPeople(admin, { connectionId })).items.flatMap(({ members }) => members),
  ).toEqual([]);
  expect((await auditOf(admin)).map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(["sources.confirm-person", "sources.withdraw-person"]),
  );
});

test("an admin withdraws nobody at the private account of another person", async () => {
  const owner = await aContext({ role: "admin" });
  const other = await aColleague(owner, { role: "admin" });
  const { connectionId } = await aSharedDrive(owner, {
    adas: [{ kind: "user", address: "ada@mill.test" }],
  });
  const person = { connectionId, address: "ada@mill.test" };
  await confirmPerson(owner, { ...person, userId: other.actor.id });
  await queryOnce(
    process.env.TEST_SUPERUSER_URL ?? "",
    "update connections set kind = 'personal' where id = $1",
    [connectionId],
  );
  const provenBy = async () =>
    (await listPeople(owner, { connectionId })).items.flatMap(({ members }) => members);
  const before = await announced(owner);
  await expect(withdrawPerson(other, person)).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("Connection"),
  });
  expect(await announced(owner)).toEqual(before);
  expect(await provenBy()).toMatchObject([{ id: other.actor.id, provenBy: "admin" }]);
  await withdrawPerson(owner, person);
  expect(await provenBy()).toEqual([]);
});

test("members confirm nobody, nor does anybody next door", async () => {
  const admin = await aContext({ role: "admin" });
  const member = await aColleague(admin);
  const { connectionId } = await aSharedDrive(admin, {});
  const person = { connectionId, address: "ada@mill.test", userId: member.actor.id };
  await expect(confirmPerson(member, person)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(withdrawPerson(member, person)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(confirmPerson(admin, { ...person, userId: "usr_stranger" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const stranger = await aContext({ role: "owner" });
  for (const doing of [
    () => confirmPerson(stranger, person),
    () => listPeople(stranger, { connectionId }),
    () => withdrawPerson(stranger, person),
  ])
    await expect(doing()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
