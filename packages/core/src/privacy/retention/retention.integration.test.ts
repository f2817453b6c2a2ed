import { describe, expect, test } from "vitest";
import { aColleague, aContext, auditOf, inBackground } from "../../../test/contexts";
import { aDocument } from "../../../test/documents";
import { sql } from "../../../test/models/releases";
import type { WorkspaceContext } from "../../context";
import { listDocuments } from "../../documents/list-documents";
import { restoreDocuments } from "../../documents/restore-documents";
import { listNotices } from "../../notifications/list-notices";
import { createProject } from "../../projects/create-project";
import { createHold } from "../holds/create-hold";
import { applyRules } from "./apply-rules";
import { changeRule } from "./change-rule";
import { createRule } from "./create-rule";
import { listRules } from "./list-rules";
import { previewRule } from "./preview-rule";
import { removeRule } from "./remove-rule";

const DAY_MS = 86_400_000;
const reason = "A lawsuit is expected.";
const after = (ctx: WorkspaceContext, days: number) => ({
  ...ctx,
  clock: () => new Date(Date.now() + days * DAY_MS),
});
const tenYears = { type: "invoice", amount: 10, unit: "years" } as const;
const aYear = { type: "invoice", amount: 1, unit: "years" } as const;
const anOwner = () => aContext({ role: "owner", index: { removeDocument: async () => undefined } });

async function anInvoice(
  ctx: WorkspaceContext,
  datedOn: string,
  given: Parameters<typeof aDocument>[1] = {},
) {
  const { id } = await aDocument(ctx, given);
  await sql(`update documents set type = 'invoice', dated_on = '${datedOn}' where id = '${id}'`);
  return id;
}

async function aRule(ctx: WorkspaceContext, rule: Parameters<typeof previewRule>[1]) {
  const { due } = await previewRule(ctx, rule);
  return (await createRule(ctx, { ...rule, name: "Invoices", expected: due })).id;
}

/** Applies the rules as the nightly job does, each night twice. */
async function night(ctx: WorkspaceContext) {
  const job = inBackground(ctx, undefined, "run-schedule");
  const first = await applyRules(job, {});
  const { told, trashed, erased } = await applyRules(job, {});
  expect({ told, trashed, erased }).toEqual({ told: 0, trashed: 0, erased: 0 });
  return first;
}

const inTrash = async (ctx: WorkspaceContext) =>
  (await listDocuments(ctx, { trashed: true })).items.map(({ id }) => id);
const outside = async (ctx: WorkspaceContext) =>
  (await listDocuments(ctx, {})).items.map(({ id }) => id).toSorted();

describe("a rule of retention", () => {
  test("tells people, moves to the trash a week later, then erases, and says so by its receipt", async () => {
    const owner = await anOwner();
    const member = await aColleague(owner);
    const old = await anInvoice(member, "2001-02-03");
    const recent = await anInvoice(owner, "2099-02-03");
    const ruleId = await aRule(owner, tenYears);

    expect(await night(owner)).toMatchObject({ told: 1, trashed: 0, erased: 0 });
    for (const person of [owner, member])
      expect((await listNotices(person, {})).items).toMatchObject([
        { kind: "retention", count: 1, path: "/settings/privacy" },
      ]);
    expect(await night(after(owner, 6))).toMatchObject({ trashed: 0 });
    expect(await night(after(owner, 8))).toMatchObject({ trashed: 1, erased: 0 });
    expect(await inTrash(owner)).toEqual([old]);
    expect(await night(after(owner, 37))).toMatchObject({ erased: 0 });
    expect(await night(after(owner, 39))).toMatchObject({ erased: 1 });

    expect(await outside(owner)).toEqual([recent]);
    expect(await sql(`select rule_id from deletion_checks where document_id = '${old}'`)).toEqual([
      { rule_id: ruleId },
    ]);
    expect((await auditOf(owner)).map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([
        "privacy.create-rule",
        "privacy.tell-due",
        "documents.trash-documents",
        "privacy.note-trashed",
        "documents.delete-documents",
      ]),
    );
  });

  test("takes attachments with their file, and leaves a file that holds something held", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const [free, kept] = [
      await anInvoice(owner, "2001-01-01"),
      await anInvoice(owner, "2001-01-02"),
    ];
    const [inFree, inKept] = [
      await anInvoice(owner, "2099-01-01"),
      await anInvoice(owner, "2099-01-02", { projectIds: [project.id] }),
    ];
    await createHold(owner, {
      name: "Case",
      on: { kind: "project", projectId: project.id },
      reason,
    });
    await sql(`update documents set parent_id = '${free}' where id = '${inFree}'`);
    await sql(`update documents set parent_id = '${kept}' where id = '${inKept}'`);
    expect(await previewRule(owner, tenYears)).toMatchObject({
      decided: 2,
      held: 1,
      due: 1,
      items: [
        { id: free, isHeld: false },
        { id: kept, isHeld: true },
      ],
    });
    await aRule(owner, tenYears);

    await night(owner);
    await night(after(owner, 8));
    expect((await inTrash(owner)).toSorted()).toEqual([free, inFree].toSorted());
    await night(after(owner, 39));
    expect(await outside(owner)).toEqual([kept, inKept].toSorted());
    expect(await inTrash(owner)).toEqual([]);
  });

  test("leaves what is held after people were told, and what is held in the trash", async () => {
    const owner = await anOwner();
    const [one, two] = [await anInvoice(owner, "2001-01-01"), await anInvoice(owner, "2001-01-02")];
    await aRule(owner, tenYears);
    await night(owner);
    const hold = (query: string) =>
      createHold(owner, { name: query, on: { kind: "query", query }, reason });
    await sql(`update documents set title = 'Firstheld' where id = '${one}'`);
    await hold("Firstheld");
    await night(after(owner, 8));
    expect(await inTrash(owner)).toEqual([two]);
    await sql(`update documents set title = 'Secondheld' where id = '${two}'`);
    await hold("Secondheld is:trashed");

    await night(after(owner, 60));
    expect(await outside(owner)).toEqual([one]);
  });

  test("tells people again of a document that somebody restored", async () => {
    const owner = await anOwner();
    const id = await anInvoice(owner, "2001-01-01");
    await aRule(owner, tenYears);
    await night(owner);
    await night(after(owner, 8));
    await restoreDocuments(after(owner, 9), { ids: [id] });

    expect(await night(after(owner, 10))).toMatchObject({ told: 1, trashed: 0 });
    expect(await night(after(owner, 16))).toMatchObject({ trashed: 0 });
    expect(await night(after(owner, 18))).toMatchObject({ trashed: 1 });
  });
});

describe("of several rules", () => {
  test("the one with the most conditions decides, and of equal ones the one that keeps longest", async () => {
    const owner = await anOwner();
    const project = await createProject(owner, { name: "Bridge" });
    const plain = await anInvoice(owner, "2001-01-01");
    const filed = await anInvoice(owner, "2001-01-02", { projectIds: [project.id] });
    await aRule(owner, { amount: 1, unit: "days" });
    const byType = await aRule(owner, tenYears);
    await aRule(owner, aYear);
    const both = { ...tenYears, projectId: project.id, amount: 100 };

    const preview = await previewRule(owner, both);
    expect(preview.items).toMatchObject([{ id: filed }]);
    expect(preview).toMatchObject({ decided: 1, due: 0 });
    expect(await previewRule(owner, aYear)).toMatchObject({
      decided: 0,
      overruled: [{ ruleId: byType, name: "Invoices", documents: 2 }],
    });
    await aRule(owner, both);
    await night(owner);
    await night(after(owner, 8));
    expect(await inTrash(owner)).toEqual([plain]);
    expect((await listRules(owner, {})).items).toMatchObject([
      { decided: 0 },
      { decided: 0, type: "invoice", amount: 10 },
      { decided: 0 },
      { decided: 1, projectName: "Bridge" },
    ]);
  });

  test("a rule that is changed or removed in time moves nothing", async () => {
    const owner = await anOwner();
    const id = await anInvoice(owner, "2001-01-01");
    const first = await aRule(owner, aYear);
    await night(owner);
    await changeRule(owner, { ...aYear, amount: 200, id: first, name: "Invoices", expected: 0 });
    expect(await night(after(owner, 8))).toMatchObject({ trashed: 0 });
    await changeRule(owner, { ...aYear, id: first, name: "Invoices", expected: 1 });
    await night(after(owner, 9));
    await removeRule(owner, { id: first });
    expect(await night(after(owner, 30))).toMatchObject({ trashed: 0 });
    expect(await outside(owner)).toEqual([id]);
  });
});

test("a rule is saved only with what its preview has shown", async () => {
  const owner = await anOwner();
  await anInvoice(owner, "2001-01-01");
  await expect(
    createRule(owner, { ...aYear, name: "Invoices", expected: 0 }),
  ).rejects.toMatchObject({ code: "CONFLICT", hint: expect.stringContaining("preview") });
  expect((await listRules(owner, {})).items).toEqual([]);
  for (const wrong of [{ type: "no such type" }, { amount: 0 }])
    await expect(
      createRule(owner, { ...aYear, name: "Invoices", expected: 0, ...wrong }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("a preview goes on page by page and names no document that its caller does not see", async () => {
  const owner = await anOwner();
  const seen = [];
  for (let n = 0; n < 52; n++) seen.push(await anInvoice(owner, "2001-01-01"));
  const secret = await anInvoice(owner, "2001-01-02");
  await sql(`update documents set visibility = 'owner', access = '{jobs}' where id = '${secret}'`);
  const first = await previewRule(owner, aYear);
  const second = await previewRule(owner, { ...aYear, cursor: first.nextCursor });
  const all = [...first.items, ...second.items];
  expect(second.nextCursor).toBeNull();
  expect(all.map(({ id }) => id).toSorted()).toEqual([...seen, null].toSorted());
  expect(all.at(-1)).toMatchObject({ id: null, title: null });
});

test("rules are made, changed, seen and removed by owners and admins, and are nowhere next door", async () => {
  const owner = await anOwner();
  const id = await aRule(owner, tenYears);
  const given = { ...tenYears, name: "Invoices", expected: 0 };
  const member = await aColleague(owner);
  for (const act of [
    () => createRule(member, given),
    () => changeRule(member, { ...given, id }),
    () => removeRule(member, { id }),
    () => listRules(member, {}),
    () => previewRule(member, tenYears),
  ])
    await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
  const stranger = await anOwner();
  await anInvoice(owner, "2001-01-01");
  expect((await listRules(stranger, {})).items).toEqual([]);
  expect(await previewRule(stranger, tenYears)).toMatchObject({ decided: 0, items: [] });
  for (const act of [
    () => changeRule(stranger, { ...given, id }),
    () => removeRule(stranger, { id }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
