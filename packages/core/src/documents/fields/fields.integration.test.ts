import { beforeAll, describe, expect, test } from "vitest";

import { aColleague, aContext, auditOf } from "../../../test/contexts";
import { aDocument, aRestrictedProject } from "../../../test/documents";
import type { WorkspaceContext } from "../../context";
import { archiveField } from "../../fields/archive-field";
import { changeField } from "../../fields/change-field";
import type { CustomFieldKind } from "../../fields/contract/custom-field-kinds";
import { createField } from "../../fields/create-field";
import { listFields } from "../../fields/list-fields";
import { addOptions } from "../../fields/options/add-options";
import { listOptions } from "../../fields/options/list-options";
import { removeOption } from "../../fields/options/remove-option";
import { renameOption } from "../../fields/options/rename-option";
import { orderFields } from "../../fields/order-fields";
import { countDocuments } from "../count-documents";
import { listDocuments } from "../list-documents";
import { setField } from "./set-field";

const titles = async (ctx: WorkspaceContext, input: Parameters<typeof listDocuments>[1] = {}) =>
  (await listDocuments(ctx, { sort: "title", ...input })).items.map(({ title }) => title);

/** A workspace with a field of each kind and three documents, as an admin. */
async function aLibrary() {
  const ctx = await aContext({ role: "admin" });
  const ids: string[] = [];
  for (const title of ["A", "B", "C"]) ids.push((await aDocument(ctx, { title })).id);
  const field = async (name: string, kind: CustomFieldKind, options: string[] = []) =>
    (await createField(ctx, { name, kind, options })).id;
  const fields = {
    note: await field("Our note", "text"),
    copies: await field("Copies", "number"),
    budget: (await createField(ctx, { name: "Budget", kind: "amount", currency: "EUR" })).id,
    due: await field("Due", "date"),
    paid: await field("Paid", "boolean"),
    centre: await field("Cost centre", "list", ["North", "North East", "100% wool", "100x wool"]),
    page: await field("Page", "link"),
  };
  const [a = "", b = "", c = ""] = ids;
  const set = (id: string, name: keyof typeof fields, value: string | null) =>
    setField(ctx, { ids: [id], fieldId: fields[name], value });
  return { ctx, a, b, c, fields, set };
}

describe("the value of a field", () => {
  let library: Awaited<ReturnType<typeof aLibrary>>;
  beforeAll(async () => {
    library = await aLibrary();
    const { set, a, b } = library;
    await set(a, "note", "  ask   Ada ");
    await set(a, "copies", "1.5");
    await set(a, "budget", "1.234,50");
    await set(a, "due", "31.12.2026");
    await set(a, "paid", "Ja");
    await set(a, "centre", "north");
    await set(a, "page", "https://Example.com/a b");
    await set(b, "copies", "20");
    await set(b, "budget", "USD 80");
    await set(b, "due", "2026-11-30");
    await set(b, "paid", "no");
    await set(b, "centre", "North East");
  });

  test("is kept in the form of its kind, in the order of the fields", async () => {
    const [first] = (await listDocuments(library.ctx, { q: "title:A" })).items;
    expect(first?.fields.map(({ name, kind, value }) => [name, kind, value])).toEqual([
      ["Our note", "text", "ask Ada"],
      ["Copies", "number", "1.5"],
      ["Budget", "amount", "EUR 1234.5"],
      ["Due", "date", "2026-12-31"],
      ["Paid", "boolean", "yes"],
      ["Cost centre", "list", "North"],
      ["Page", "link", "https://example.com/a%20b"],
    ]);
  });

  test.each([
    ['field."Our note":ada', ["A"]],
    ['field."Cost centre":North', ["A"]],
    ['field.cost-centre:north,"north east"', ["A", "B"]],
    ["field.cost-centre:none", ["C"]],
    ["-field.cost-centre:none", ["A", "B"]],
    ["field.copies>=20", ["B"]],
    ["field.copies:1.5", ["A"]],
    ["field.budget>100", ["A"]],
    ["field.budget:USD80", ["B"]],
    ["field.due<2026-12-01", ["B"]],
    ["field.due:2026", ["A", "B"]],
    ["field.due:december", ["A"]],
    ["field.paid:yes", ["A"]],
    ["field.paid:no", ["B"]],
    ["field.page:example.com", ["A"]],
    ["(field.paid:no OR title:C)", ["B", "C"]],
    ["field.nothing:x", []],
  ])("is a condition: %s", async (q, right) => {
    expect(await titles(library.ctx, { q })).toEqual(right);
  });

  test.each([
    ["copies", ["A", "B", "C"], ["B", "A", "C"]],
    ["due", ["B", "A", "C"], ["A", "B", "C"]],
    ["centre", ["A", "B", "C"], ["B", "A", "C"]],
  ] as const)(
    "orders the list, and documents without one come last: %s",
    async (name, up, down) => {
      const { ctx, fields } = library;
      const paged = async (sort: string) => {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof listDocuments>> = await listDocuments(ctx, {
            sort,
            cursor,
            limit: 1,
          });
          seen.push(...page.items.map(({ title }) => title));
          cursor = page.nextCursor;
        } while (cursor);
        return seen;
      };
      for (const [sort, right] of [
        [fields[name], up],
        [`${fields[name]}_desc`, down],
      ] as const) {
        expect(await titles(ctx, { sort })).toEqual(right);
        expect(await paged(sort)).toEqual(right);
      }
    },
  );

  test("is counted where the kind is a list or yes or no, and its own filter is left out", async () => {
    const { fields } = await countDocuments(library.ctx, { q: "field.cost-centre:North" });
    expect(
      fields.map(({ key, counts }) => [key, counts.map(({ value, count }) => [value, count])]),
    ).toEqual([
      ["paid", [["yes", 1]]],
      [
        "cost-centre",
        [
          ["North", 1],
          ["North East", 1],
        ],
      ],
    ]);
  });

  test.each([
    ["copies", "many", "takes a number"],
    ["copies", "EUR 5", "takes a number"],
    ["budget", "XQZ 5", "needs a currency"],
    ["due", "2026", "takes a day"],
    ["due", "2026-02-30", "takes a day"],
    ["paid", "perhaps", "takes yes or no"],
    ["centre", "South", "does not offer “South”"],
    ["page", "javascript:alert(1)", "takes an address"],
    ["note", "x".repeat(501), "takes at most 500"],
  ] as const)(
    "that does not fit is refused with what the field takes: %s %s",
    async (name, value, says) => {
      await expect(library.set(library.c, name, value)).rejects.toMatchObject({
        code: "INVALID_INPUT",
        message: expect.stringContaining(says),
      });
    },
  );

  test("with a sign of patterns is itself alone", async () => {
    const { ctx, c, set } = library;
    await set(c, "centre", "100% WOOL");
    expect(await titles(ctx, { q: 'field.cost-centre:"100% wool"' })).toEqual(["C"]);
    await set(c, "centre", "100x wool");
    expect(await titles(ctx, { q: 'field.cost-centre:"100% wool"' })).toEqual([]);
    await set(c, "centre", null);
  });
});

test("a folder is a condition with all that is within it, and its folders are counted", async () => {
  const ctx = await aContext();
  await aDocument(ctx, { title: "A", folder: "Office move" });
  await aDocument(ctx, { title: "B", folder: "Office move/Contracts_1/2026" });
  await aDocument(ctx, { title: "C", folder: "Office moves" });
  await aDocument(ctx, { title: "D" });

  for (const [q, right] of [
    ['in:"office move"', ["A", "B"]],
    ['in:"/Office move/Contracts_1/"', ["B"]],
    ['in:"Office move/Contracts-1"', []],
    ['-in:"Office move"', ["C", "D"]],
    ["in:none", ["D"]],
    ["in:library", ["A", "B", "C", "D"]],
    ["in:trash", []],
  ] as const)
    expect(await titles(ctx, { q }), q).toEqual(right);
  const within = async (q: string) =>
    (await countDocuments(ctx, { q })).folders.map(({ value, count }) => [value, count]);
  expect(await within("")).toEqual([
    ["Office move", 2],
    ["Office moves", 1],
  ]);
  expect(await within('in:"Office move"')).toEqual([["Office move/Contracts_1", 1]]);
});

test("all that match get a value at once; what changes nothing is no change, and each document says what changed", async () => {
  const { ctx, a, b, fields, set } = await aLibrary();
  await set(a, "centre", "North");

  const given = { fieldId: fields.centre, value: "North" };
  const { ids } = await setField(ctx, { matching: { q: "title:A OR title:B" }, ...given });
  expect(ids).toEqual([b]);
  expect((await setField(ctx, { ids: [a, b], ...given })).ids).toEqual([]);

  const rows = (await auditOf(ctx)).filter(({ operation }) => operation === "documents.set-field");
  expect(rows.flatMap(({ changes }) => changes)).toContainEqual({
    subject: b,
    before: { "Cost centre": null },
    after: { "Cost centre": "North" },
  });
});

test("a field is renamed, ordered, archived and restored, and its values stay", async () => {
  const { ctx, a, fields, set } = await aLibrary();
  await set(a, "due", "2026-12-31");

  await changeField(ctx, { id: fields.due, name: "Pay by" });
  await expect(changeField(ctx, { id: fields.due, name: "cost CENTRE" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await titles(ctx, { q: 'field."pay by":2026' })).toEqual(["A"]);

  const order = (await listFields(ctx, {})).items.map(({ id }) => id).toReversed();
  await orderFields(ctx, { ids: order });
  expect((await listFields(ctx, {})).items.map(({ id }) => id)).toEqual(order);
  await expect(orderFields(ctx, { ids: order.slice(1) })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });

  await archiveField(ctx, { id: fields.due, isArchived: true });
  expect(await titles(ctx, { q: "field.pay-by:2026" })).toEqual([]);
  expect((await listDocuments(ctx, { q: "title:A", sort: fields.due })).items[0]?.fields).toEqual(
    [],
  );
  await expect(set(a, "due", "2026-12-30")).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await listFields(ctx, {})).items).toHaveLength(6);
  expect((await listFields(ctx, { archived: true })).items.at(-1)?.id).toBe(fields.due);
  await archiveField(ctx, { id: fields.due, isArchived: false });
  expect(await titles(ctx, { q: "field.pay-by:2026" })).toEqual(["A"]);
});

test("a list of 30,000 values is searched page by page, and a value is renamed and removed everywhere", async () => {
  const { ctx, a, fields, set } = await aLibrary();
  const id = fields.centre;
  const names = Array.from({ length: 30_000 }, (_, at) => `Centre ${at}`);
  for (let at = 0; at < names.length; at += 10_000)
    await addOptions(ctx, { id, names: names.slice(at, at + 10_000) });
  expect((await addOptions(ctx, { id, names: ["centre 7"] })).optionCount).toBe(30_004);
  const page = await listOptions(ctx, { id, q: "CENTRE 2999", limit: 4 });
  expect(page.items.map(({ name }) => name)).toEqual([
    "Centre 2999",
    "Centre 29990",
    "Centre 29991",
    "Centre 29992",
  ]);
  const { nextCursor } = page;
  const rest = await listOptions(ctx, { id, q: "centre 2999", cursor: nextCursor });
  expect(rest.items).toHaveLength(7);

  await set(a, "centre", "centre 29999");
  const [option] = (await listOptions(ctx, { id, q: "29999" })).items;
  const optionId = option?.id ?? "";
  await expect(renameOption(ctx, { id, optionId, name: "NORTH" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await renameOption(ctx, { id, optionId, name: "Last" });
  expect(await titles(ctx, { q: "field.cost-centre:last" })).toEqual(["A"]);
  await removeOption(ctx, { id, optionId });
  expect(await titles(ctx, { q: "field.cost-centre:none" })).toEqual(["A", "B", "C"]);
  await expect(listOptions(ctx, { id: fields.due })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("members fill and do not define, viewers do neither, and nobody fills what they do not see", async () => {
  const { admin, insider, outsider, project } = await aRestrictedProject();
  const { id } = await aDocument(admin, { title: "Secret", projectIds: [project.id] });
  const { id: fieldId } = await createField(admin, {
    name: "Centre",
    kind: "list",
    options: ["x"],
  });
  const viewer = await aColleague(admin, { role: "viewer" });

  expect((await setField(insider, { ids: [id], fieldId, value: "x" })).ids).toEqual([id]);
  expect((await setField(outsider, { ids: [id], fieldId, value: null })).ids).toEqual([]);
  expect((await countDocuments(insider, {})).fields).toMatchObject([{ counts: [{ count: 1 }] }]);
  expect((await countDocuments(outsider, {})).fields).toEqual([]);
  expect(await titles(outsider, { q: "field.centre:x" })).toEqual([]);
  for (const change of [
    () => createField(insider, { name: "Mine", kind: "text" }),
    () => changeField(insider, { id: fieldId, name: "Mine" }),
    () => archiveField(insider, { id: fieldId, isArchived: true }),
    () => orderFields(insider, { ids: [fieldId] }),
    () => addOptions(insider, { id: fieldId, names: ["y"] }),
    () => setField(viewer, { matching: {}, fieldId, value: "x" }),
  ])
    await expect(change()).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the workspace next door has none of it", async () => {
  const { ctx, a, fields } = await aLibrary();
  const [option] = (await listOptions(ctx, { id: fields.centre })).items;
  const optionId = option?.id ?? "";
  const neighbour = await aContext({ role: "owner" });

  expect((await listFields(neighbour, { archived: true })).items).toEqual([]);
  const id = fields.centre;
  for (const change of [
    () => changeField(neighbour, { id, name: "Mine" }),
    () => archiveField(neighbour, { id, isArchived: true }),
    () => addOptions(neighbour, { id, names: ["y"] }),
    () => renameOption(neighbour, { id, optionId, name: "y" }),
    () => removeOption(neighbour, { id, optionId }),
    () => listOptions(neighbour, { id }),
    () => orderFields(neighbour, { ids: [id] }),
    () => setField(neighbour, { ids: [a], fieldId: id, value: "North" }),
  ])
    await expect(change()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
