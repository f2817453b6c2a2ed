import { anIndex } from "@besunny/core/test/documents";
import { aMeeting } from "@besunny/core/test/meetings";
import { afterAll, expect, test } from "vitest";
import { aKey, anApi, aPerson, rest } from "../../../test/an-api";

const { index, close } = await anIndex();
afterAll(close);
const api = await anApi({ index });

test("meetings, actions and decisions are read, and actions written, by keys of a member", async () => {
  const { ctx, headers } = await aKey(api, await aPerson());
  const json = async (path: string, given?: { method: string; body: object }) => {
    const response = await rest(api, path, { headers, ...given });
    return { status: response.status, body: await response.json() };
  };
  const { id, documentId } = await aMeeting({ ...ctx, index }, [
    "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
    "Ben Cole: So we agreed to stay in the office for another two years, that is decided.",
    "Ann Berg: I will call the landlord by Friday and ask for two percent instead.",
  ]);

  expect((await json("/meetings?from=2026-03-01")).body).toMatchObject({
    items: [{ id, documentId }],
  });
  expect((await json("/meetings?from=2026-03-04")).body).toMatchObject({ items: [] });
  const { body } = await json(`/meetings/${id}`);
  expect(body.turns).toHaveLength(3);
  expect(body.turns[2]).toMatchObject({ number: 3, startMs: 20_000 });
  expect((await json(`/meetings/${id}/transcript?from=2&limit=1`)).body).toMatchObject({
    items: [{ number: 2, name: "Ben Cole" }],
    next: 3,
  });
  expect((await json("/decisions?state=stands")).body.items).toHaveLength(1);
  expect((await json("/decisions?state=reopened")).body.items).toEqual([]);

  const call = (await json("/actions?words=landlord")).body.items[0];
  expect(call).toMatchObject({ state: "draft", meeting: { id } });
  const change = { method: "PATCH", body: { version: call.version, dueOn: "2026-03-09" } };
  expect(await json(`/actions/${call.id}`, change)).toMatchObject({
    status: 200,
    body: { due: { on: "2026-03-09" }, isCorrected: true },
  });
  expect(await json(`/actions/${call.id}`, change)).toMatchObject({
    status: 409,
    body: { code: "CONFLICT" },
  });
  expect(await json("/actions", { method: "POST", body: { text: "Pay" } })).toMatchObject({
    status: 201,
    body: { text: "Pay", state: "open" },
  });
  expect((await json("/actions?state=open")).body.items).toHaveLength(1);

  const stranger = await aKey(api, await aPerson());
  const theirs = await rest(api, `/meetings/${id}`, { headers: stranger.headers });
  expect(theirs.status).toBe(404);
});
