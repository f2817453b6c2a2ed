import { newId } from "@besunny/db/ids";
import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  aPlatformContext,
  database,
  inBackground,
} from "../../test/contexts";
import { assignPlan } from "../platform/billing/assign-plan";
import { putPlan } from "../platform/billing/put-plan";
import { simulatePlan } from "../platform/billing/simulate-plan";
import { getUsage } from "../usage/get-usage";
import { listUsageEvents } from "../usage/list-usage-events";
import { getBilling } from "./get-billing";
import { getInvoiceFile } from "./get-invoice-file";
import { issueInvoice } from "./issue-invoice";
import { listInvoices } from "./list-invoices";
import { previewInvoice } from "./preview-invoice";
import { startCheckout } from "./start-checkout";

type Context = Awaited<ReturnType<typeof aContext>>;

const now = new Date("2030-05-20T10:00:00Z");
const team = {
  name: "Team",
  currency: "EUR",
  fixedMicro: 29_000_000,
  meters: [
    {
      meter: "pages" as const,
      soft: null,
      hard: null,
      per: 1,
      tiers: [
        { upTo: 1_000, unitMicro: 0 },
        { upTo: 20_000, unitMicro: 7_350 },
        { upTo: null, unitMicro: 4_100 },
      ],
    },
    {
      meter: "tokens" as const,
      soft: null,
      hard: null,
      per: 1_000,
      tiers: [{ upTo: null, unitMicro: 3_333 }],
    },
    {
      meter: "storage" as const,
      soft: null,
      hard: null,
      per: 1024 ** 3,
      tiers: [{ upTo: null, unitMicro: 20_000 }],
    },
  ],
};

async function onTeam(): Promise<Context & { planId: string }> {
  const owner = await aContext({ role: "owner", clock: () => now });
  const { id: planId } = await putPlan(aPlatformContext(), team);
  await assignPlan(aPlatformContext(), { id: owner.workspaceId, planId });
  return { ...owner, planId };
}

/** A generator of numbers that a test can repeat. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test("10,000 rows of usage that come three times, late and in any order make one invoice, to the cent", async () => {
  const owner = await onTeam();
  const { workspaceId } = owner;
  const below = numbers(20_300_520);
  const start = Date.UTC(2030, 2, 1);
  const rows = Array.from({ length: 10_000 }, (_, at) => {
    const meter = (["pages", "tokens", "storage"] as const)[below(3)] ?? "pages";
    const quantity = meter === "storage" ? 50_000_000 + below(10_000_000) : 1 + below(40);
    // March, April and May; storage comes and goes again.
    const when = new Date(start + below(78 * 86_400_000));
    return {
      workspaceId,
      meter,
      quantity: meter === "storage" && at % 2 === 1 ? -50_000_000 : quantity,
      subject: "",
      at: when,
      key: `test:${at}`,
    };
  });
  const sent = [...rows, ...rows, ...rows]
    .map((row) => ({ row, at: below(1_000_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ row }) => row);
  const parts = Array.from({ length: 60 }, (_, at) => sent.slice(at * 500, (at + 1) * 500));
  let fresh = 0;
  for (let at = 0; at < parts.length; at += 4)
    for (const count of await Promise.all(
      parts.slice(at, at + 4).map((part) => database.platform.usageLedger.record(part)),
    ))
      fresh += count;
  expect(fresh).toBe(10_000);

  for (const [month, day] of [
    ["2030-03", "2030-03-15"],
    ["2030-04", "2030-04-15"],
    ["2030-05", "2030-05-15"],
  ] as const) {
    const invoice = await previewInvoice(owner, { month: day });
    expect(invoice?.lines.map(({ meter, amountMinor }) => [meter, amountMinor])).toEqual(
      byHand(rows, month),
    );
    expect(invoice?.totalMinor).toBe(
      byHand(rows, month).reduce((sum, [, amount]) => sum + amount, 0),
    );
  }
  const { meters } = await getUsage(owner, {});
  expect(meters.find(({ meter }) => meter === "pages")?.used).toBe(
    rows
      .filter(({ meter, at }) => meter === "pages" && at.toISOString().startsWith("2030-05"))
      .reduce((sum, { quantity }) => sum + quantity, 0),
  );
}, 120_000);

type Row = { meter: string; quantity: number; at: Date };

/** Returns the lines of a month, counted without any of our code: in whole millionths, rounded half up. */
function byHand(rows: readonly Row[], month: string): [string | null, number][] {
  const cents = (micro: bigint, per: bigint) =>
    Number((micro * 2n + per * 10_000n) / (per * 20_000n));
  const sumOf = (meter: string) =>
    rows
      .filter((row) => row.meter === meter && row.at.toISOString().startsWith(month))
      .reduce((sum, { quantity }) => sum + quantity, 0);
  const pages = BigInt(sumOf("pages"));
  const free = 1_000n;
  const middle = pages > 20_000n ? 19_000n : pages > free ? pages - free : 0n;
  const rest = pages > 20_000n ? pages - 20_000n : 0n;
  let most = 0;
  const last = month === "2030-05" ? 20 : month === "2030-04" ? 30 : 31;
  for (let day = 1; day <= last; day += 1) {
    const end = `${month}-${String(day).padStart(2, "0")}`;
    const level = rows
      .filter(({ meter, at }) => meter === "storage" && at.toISOString().slice(0, 10) <= end)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    most = Math.max(most, level);
  }
  return [
    [null, 2_900],
    ["pages", cents(middle * 7_350n + rest * 4_100n, 1n)],
    ["tokens", cents(BigInt(sumOf("tokens")) * 3_333n, 1_000n)],
    ["storage", cents(BigInt(most) * 20_000n, BigInt(1024 ** 3))],
  ];
}

describe("invoices", () => {
  test("are issued once for an ended month, never change, and each line opens its rows", async () => {
    const owner = await onTeam();
    const at = new Date("2030-04-03T10:00:00Z");
    await database.platform.usageLedger.record([
      {
        workspaceId: owner.workspaceId,
        meter: "pages",
        quantity: 3_000,
        subject: "",
        at,
        key: newId("evt"),
      },
    ]);
    const job = inBackground(owner, { clock: () => now }, "run-schedule");
    expect(await issueInvoice(job, {})).toEqual({ isNew: true });
    expect(await issueInvoice(job, {})).toEqual({ isNew: false });
    const [invoice] = (await listInvoices(owner, {})).items;
    expect(invoice).toMatchObject({ plan: "Team", totalMinor: 4_370, currency: "EUR" });
    const opened = await listUsageEvents(owner, { meter: "pages", month: "2030-04-01" });
    expect(opened.items.map(({ quantity }) => quantity)).toEqual([3_000]);
    await expect(previewInvoice(await aColleague(owner), {})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("are none on a machine that has the first plan alone", async () => {
    const owner = await aContext({ role: "owner", clock: () => now });
    const job = inBackground(owner, { clock: () => now }, "run-schedule");
    expect(await issueInvoice(job, {})).toEqual({ isNew: false });
    expect(await getBilling(owner, {})).toMatchObject({
      provider: "none",
      standing: "active",
      plan: { name: "Unlimited" },
      plans: [],
    });
    const { meters } = await getUsage(owner, {});
    expect(meters.every(({ hard, soft }) => hard === null && soft === null)).toBe(true);
  });

  test("come as a file, also before they are issued", async () => {
    const made: unknown[] = [];
    const owner = await aContext({
      role: "owner",
      clock: () => now,
      reportFiles: {
        statement: async (statement) => {
          made.push(statement);
          return new Uint8Array([1]);
        },
      },
    });
    const { id: planId } = await putPlan(aPlatformContext(), team);
    await assignPlan(aPlatformContext(), { id: owner.workspaceId, planId });
    expect(await getInvoiceFile(owner, {})).toMatchObject({ fileName: "preview-of-2030-05.pdf" });
    expect(made).toMatchObject([{ total: ["Total", "EUR 29.00"] }]);
    await expect(getInvoiceFile(owner, { id: "bil_none" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("plans", () => {
  test("are tried on the past: what they would have cost, and refused", async () => {
    const owner = await aContext({ role: "owner" });
    const { workspaceId } = owner;
    const row = (day: string, quantity: number) => ({
      workspaceId,
      meter: "pages",
      quantity,
      subject: "",
      at: new Date(`${day}T10:00:00Z`),
      key: newId("evt"),
    });
    await database.platform.usageLedger.record([
      row("2030-04-02", 900),
      row("2030-04-09", 300),
      row("2030-05-02", 10),
    ]);
    const [pages] = team.meters;
    const tried = await simulatePlan(aPlatformContext({ clock: () => now }), {
      id: workspaceId,
      months: 2,
      plan: {
        currency: "EUR",
        fixedMicro: 5_000_000,
        meters: [
          {
            ...(pages ?? team.meters[0]),
            meter: "pages",
            soft: null,
            hard: 1_000,
            per: 1,
            tiers: [{ upTo: null, unitMicro: 10_000 }],
          },
        ],
      },
    });
    expect(tried.months).toMatchObject([
      {
        totalMinor: 1_700,
        refused: [{ meter: "pages", quantity: 200, from: "2030-04-09" }],
      },
      { totalMinor: 510, refused: [] },
    ]);
  });

  test("that make no sense are refused", async () => {
    const admin = aPlatformContext();
    const [pages] = team.meters;
    const wrong = [
      { ...team, currency: "XYZ" },
      { ...team, meters: [{ ...pages, soft: 10, hard: 5 }] },
      { ...team, meters: [pages, pages] },
      { ...team, meters: [{ ...pages, tiers: [{ upTo: 5, unitMicro: 1 }] }] },
    ];
    for (const plan of wrong)
      await expect(putPlan(admin, plan as typeof team)).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
  });

  test("are paid for only where somebody takes the money, by owners", async () => {
    const owner = await onTeam();
    const wish = { planId: owner.planId, returnTo: "https://besunny.example" };
    await expect(startCheckout(owner, wish)).rejects.toMatchObject({ code: "CONFLICT" });
    const admin = await aColleague(owner, { role: "admin" });
    await expect(startCheckout(admin, wish)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
