import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { aColleague, aContext, auditOf, database, inBackground } from "../../test/contexts";
import type { WorkspaceContext } from "../context";
import { confirmReceipts } from "./confirm-receipts";
import { newReceiptId, type Receipt, signedReceipt } from "./contract/receipt";
import { getReceipt } from "./get-receipt";
import { listReceipts } from "./list-receipts";
import { verifyReceipt } from "./verify-receipt";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const anOwner = () => aContext({ role: "owner" });
const provider = {
  what: "What a provider was sent.",
  until: inDays(30).toISOString(),
  confirmedBy: "the terms of the provider",
};
const backups = {
  what: "Backups that the operator keeps for 14 days.",
  until: inDays(14).toISOString(),
  confirmedBy: "the operator",
};

async function aReceiptOf({ workspaceId, signer }: WorkspaceContext): Promise<string> {
  const receipt: Receipt = {
    format: "besunny-receipt/1",
    id: newReceiptId(),
    kind: "document",
    workspaceId,
    subject: { documentId: "doc_gone" },
    askedAt: new Date().toISOString(),
    madeAt: new Date().toISOString(),
    stores: [],
    searched: { ids: 1, phrases: 0, stores: 1, found: 0 },
    notYet: [provider, backups],
  };
  const kept = signedReceipt(signer, receipt, `doc_${randomUUID()}`);
  const scope = { workspaceId, principals: ["all"] };
  await database.write(scope, ({ receipts }) => receipts.addMany([kept]));
  return receipt.id;
}

/** Confirms as the daily job does, each day twice. */
async function onDay(ctx: WorkspaceContext, days: number, backupDays: number | null = 14) {
  const later = { ...ctx, clock: () => inDays(days) };
  const retention = { ...ctx.retention, backupDays };
  const job = { ...inBackground(later, undefined, "run-schedule"), retention };
  const first = await confirmReceipts(job, {});
  expect(await confirmReceipts(job, {})).toMatchObject({ confirmed: 0 });
  return first.confirmed;
}

describe("what a receipt named as not gone yet", () => {
  test("is confirmed on its day by a signed addition, and the receipt stays as it was", async () => {
    const owner = await anOwner();
    const id = await aReceiptOf(owner);
    const before = await getReceipt(owner, { id });
    expect(await onDay(owner, 13)).toBe(0);
    expect(await onDay(owner, 15)).toBe(1);
    const half = await getReceipt(owner, { id });
    expect(half.receipt).toEqual(before.receipt);
    expect(half.additions).toMatchObject([
      { addition: { receiptId: id, confirmed: [backups], postponed: [] } },
    ]);
    expect((await listReceipts(owner, {})).items).toMatchObject([
      { id, openUntil: new Date(provider.until) },
    ]);
    expect(await onDay(owner, 31)).toBe(1);

    const whole = await getReceipt(owner, { id });
    expect(whole.additions).toMatchObject([
      { addition: { confirmed: [backups] } },
      { addition: { confirmed: [provider] } },
    ]);
    expect((await listReceipts(owner, {})).items).toMatchObject([{ id, openUntil: null }]);
    expect(await verifyReceipt(owner, { signed: whole })).toMatchObject({ isSigned: true });
    expect(
      (await auditOf(owner)).filter(({ operation }) => operation === "receipts.add-to-receipts"),
    ).toHaveLength(2);
  });

  test("has a later day where the operator keeps backups for longer by then", async () => {
    const owner = await anOwner();
    const id = await aReceiptOf(owner);
    expect(await onDay(owner, 15, 20)).toBe(1);
    expect((await getReceipt(owner, { id })).additions).toMatchObject([
      { addition: { confirmed: [], postponed: [{ what: backups.what }] } },
    ]);
    expect(await onDay(owner, 19, 20)).toBe(0);
    expect(await onDay(owner, 21, 20)).toBe(1);
    expect((await getReceipt(owner, { id })).additions?.at(-1)).toMatchObject({
      addition: { confirmed: [{ what: backups.what }] },
    });
  });

  test("is not true if an addition was changed, or is of another receipt", async () => {
    const owner = await anOwner();
    const [one, two] = [await aReceiptOf(owner), await aReceiptOf(owner)];
    await onDay(owner, 31);
    const [first, second] = [
      await getReceipt(owner, { id: one }),
      await getReceipt(owner, { id: two }),
    ];
    const [added] = first.additions ?? [];
    if (!added) throw new Error("There is no addition");
    const forged = {
      ...added,
      addition: { ...added.addition, madeAt: "2020-01-01T00:00:00.000Z" },
    };
    for (const additions of [[forged], second.additions])
      expect(await verifyReceipt(owner, { signed: { ...first, additions } })).toMatchObject({
        isSigned: false,
      });
    expect(await verifyReceipt(owner, { signed: first })).toMatchObject({ isSigned: true });
  });

  test("is confirmed for no other workspace, and seen by no member", async () => {
    const [owner, stranger] = [await anOwner(), await anOwner()];
    const id = await aReceiptOf(owner);
    expect(await onDay(stranger, 31)).toBe(0);
    await expect(getReceipt(stranger, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getReceipt(await aColleague(owner), { id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(confirmReceipts(owner, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
