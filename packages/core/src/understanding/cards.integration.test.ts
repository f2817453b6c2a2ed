import { expect, test } from "vitest";

import { aContext, auditOf } from "../../test/contexts";
import { addCardField } from "./add-card-field";
import { changeCardField } from "./change-card-field";
import { withCards } from "./contract/cards/workspace-card";
import { taxonomy } from "./contract/taxonomy";
import { findCardChanges } from "./find-card-changes";
import { getCard } from "./get-card";
import { removeCardField } from "./remove-card-field";
import { switchCardField } from "./switch-card-field";

const costCentre = {
  type: "invoice",
  label: "Cost centre",
  kind: "identifier" as const,
  meaning: "Who bears the cost.",
  labels: ["cost centre", "Kostenstelle"],
};

/** The fields that the models are asked for in invoices of the workspace. */
async function asked(ctx: Awaited<ReturnType<typeof aContext>>): Promise<string[]> {
  const job = { ...ctx, actor: { kind: "job" as const, name: "process-document" as const } };
  const types = withCards(taxonomy, await findCardChanges(job, {}));
  return (types.find(({ name }) => name === "invoice")?.fields ?? []).map(({ name }) => name);
}

test("a field of the workspace's own is looked for, changed and removed again, with a row of the audit log each time", async () => {
  const ctx = await aContext({ role: "admin" });

  const field = await addCardField(ctx, costCentre);
  expect(field).toMatchObject({ name: "cost centre", isOn: true, isOwn: true });
  expect(await asked(ctx)).toContain("cost centre");

  const { label: _, ...given } = costCentre;
  await changeCardField(ctx, { ...given, name: field.name, label: "Centre" });
  const { fields } = await getCard(ctx, { type: "invoice" });
  expect(fields.at(-1)).toMatchObject({ name: "cost centre", label: "Centre" });

  await removeCardField(ctx, { type: "invoice", name: field.name });
  expect(await asked(ctx)).not.toContain("cost centre");
  expect((await auditOf(ctx)).map(({ operation, subjects }) => [operation, subjects])).toEqual(
    expect.arrayContaining([
      ["understanding.add-card-field", ["invoice"]],
      ["understanding.change-card-field", ["invoice"]],
      ["understanding.remove-card-field", ["invoice"]],
    ]),
  );
});

test("a standard field that is switched off is not looked for, and is still in the card", async () => {
  const ctx = await aContext({ role: "owner" });
  expect(await asked(ctx)).toContain("due date");

  await switchCardField(ctx, { type: "invoice", name: "due date", isOn: false });
  await switchCardField(ctx, { type: "invoice", name: "due date", isOn: false });

  expect(await asked(ctx)).not.toContain("due date");
  const { fields } = await getCard(ctx, { type: "invoice" });
  expect(fields.find(({ name }) => name === "due date")).toMatchObject({ isOn: false });
  const rows = (await auditOf(ctx)).filter(({ changes }) => changes !== null);
  expect(
    rows.filter(({ operation }) => operation === "understanding.switch-card-field"),
  ).toHaveLength(1);

  await switchCardField(ctx, { type: "invoice", name: "due date", isOn: true });
  expect(await asked(ctx)).toContain("due date");
});

test("no name is taken twice, a standard field cannot be removed, and an unknown type has no card", async () => {
  const ctx = await aContext({ role: "admin" });
  await addCardField(ctx, costCentre);

  await expect(addCardField(ctx, costCentre)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(addCardField(ctx, { ...costCentre, label: "Due date" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await expect(removeCardField(ctx, { type: "invoice", name: "due date" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(getCard(ctx, { type: "poem" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("members see the card and cannot change it, and nothing of it is seen next door", async () => {
  const [member, neighbour] = [await aContext(), await aContext({ role: "owner" })];
  await addCardField(neighbour, costCentre);

  const { fields } = await getCard(member, { type: "invoice" });
  expect(fields.map(({ name }) => name)).not.toContain("cost centre");
  expect(await asked(member)).not.toContain("cost centre");
  await expect(addCardField(member, costCentre)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(
    switchCardField(member, { type: "invoice", name: "total", isOn: false }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
