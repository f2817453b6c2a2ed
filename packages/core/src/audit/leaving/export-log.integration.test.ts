import { expect, test } from "vitest";
import { aColleague, aContext, auditOf } from "../../../test/contexts";
import { faultsOf } from "../../../test/ocsf/check-event";
import { createGroup } from "../../groups/create-group";
import { renameWorkspace } from "../../workspaces/rename-workspace";
import { exportLog } from "./export-log";

async function textOf(
  ctx: Parameters<typeof exportLog>[0],
  input: Parameters<typeof exportLog>[1],
) {
  let text = "";
  for await (const part of exportLog(ctx, input)) text += part;
  return text;
}

/** A log with a sign-up, a call, a thing that was made, and a refusal, from an address. */
async function aLog() {
  const owner = await aContext({ role: "owner" });
  const from = { ip: "198.51.100.7", userAgent: "A test" };
  await renameWorkspace({ ...owner, from }, { name: '=HYPERLINK("x")' });
  await createGroup(owner, { name: "Readers" });
  const member = await aColleague(owner);
  await renameWorkspace(member, { name: "Mine" }).catch(() => undefined);
  return owner;
}

test("every line is an event of OCSF 1.6 as its schema has it", async () => {
  const owner = await aLog();
  const events = (await textOf(owner, { form: "ocsf" }))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

  expect(events.map(({ class_uid }) => class_uid)).toEqual(
    expect.arrayContaining([3001, 3004, 6003]),
  );
  for (const event of events) {
    expect(faultsOf(event), JSON.stringify(event)).toEqual([]);
    expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
  }
  expect(events.find(({ status_id }) => status_id === 2)).toMatchObject({
    severity_id: 3,
    status_code: "FORBIDDEN",
    status_detail: "Your role does not allow workspace.update",
  });
  expect(events.find(({ src_endpoint }) => src_endpoint.ip)).toMatchObject({
    src_endpoint: { ip: "198.51.100.7" },
    http_request: { user_agent: "A test" },
  });
});

test("as CSV, a cell is never a formula, and every entry is a line", async () => {
  const owner = await aLog();
  const before = (await auditOf(owner)).length;
  const text = await textOf(owner, { form: "csv", outcome: "ok" });
  // The mark of UTF-8 is white space to `trim`.
  expect(text).toMatch(/^\uFEFFid,time,actor_kind/);
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(before + 2);
  for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
});

test("as JSON lines, a filter narrows it, however many pages it has", async () => {
  const owner = await aContext({ role: "owner" });
  const { id: actorId } = owner.actor;
  await owner.db.write(
    { workspaceId: owner.workspaceId, principals: ["all"] },
    async ({ audit }) => {
      for (let n = 0; n < 205; n += 1)
        await audit.record({ operation: "a.step", actorKind: "user", actorId, input: { n } });
    },
  );
  const text = await textOf(owner, { form: "jsonl", operation: "a.step" });
  const numbers = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).input.n);
  expect(numbers).toEqual(Array.from({ length: 205 }, (_, n) => 204 - n));
});

test("it leaves a row, and is refused to those who may not read the log", async () => {
  const owner = await aLog();
  await textOf(owner, { form: "jsonl", outcome: "refused" });
  expect((await auditOf(owner))[0]).toMatchObject({
    operation: "audit.record-log-export",
    input: { form: "jsonl", isNarrowed: true },
  });
  await expect(textOf(await aColleague(owner), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
