import { expect, test } from "vitest";

import { anApi, aPerson, rest, signIn } from "../../../test/an-api";

const api = await anApi();

test("an owner finds a row by operation and time, a member is refused, and next door sees nothing of it", async () => {
  const owner = await aPerson();
  const member = await aPerson({ home: owner.workspaceId, role: "member" });
  const { headers: mine } = await signIn(api, owner);
  const { headers: theirs } = await signIn(api, member);
  const { headers: nextDoor } = await signIn(api, await aPerson());
  const body = { name: "The move" };
  const made = await rest(api, "/projects", { method: "POST", headers: mine, body });
  const { id } = await made.json();
  const list = (headers: typeof mine, query: string) =>
    rest(api, `/audit?operation=projects.create-project${query}`, { headers });

  const found = await list(mine, `&subject=${id}&outcome=ok&from=2020-01-01`);
  expect(found.status).toBe(200);
  expect(await found.json()).toMatchObject({
    items: [
      {
        operation: "projects.create-project",
        door: "rest",
        actor: { id: owner.userId },
        named: [{ id, name: "The move" }],
      },
    ],
    nextCursor: null,
  });
  expect(await (await list(mine, "&to=2020-01-01")).json()).toMatchObject({ items: [] });
  expect((await list(theirs, "")).status).toBe(403);
  expect(await (await list(nextDoor, `&subject=${id}`)).json()).toMatchObject({ items: [] });
  expect((await list(mine, "&outcome=maybe")).status).toBe(422);
});

test("the log is verified by who may read it", async () => {
  const owner = await aPerson();
  const member = await aPerson({ home: owner.workspaceId, role: "member" });
  const verify = async (person: typeof owner) =>
    rest(api, "/audit/verification", { headers: (await signIn(api, person)).headers });
  const verified = await verify(owner);
  expect(verified.status).toBe(200);
  expect(await verified.json()).toMatchObject({ isWhole: true, broken: null, before: 0 });
  expect((await verify(member)).status).toBe(403);
});
