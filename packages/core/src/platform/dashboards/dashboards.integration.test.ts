import { describe, expect, test } from "vitest";

import {
  aColleague,
  aContext,
  aJobAcross,
  anIdentityContext,
  aPlatformContext,
  database,
} from "../../../test/contexts";
import { changeDashboard as changeInWorkspace } from "../../dashboards/change-dashboard";
import { shippedFor } from "../../dashboards/contract/shipped/shipped";
import { tileQueries } from "../../dashboards/contract/tile-queries";
import { presetRange } from "../../dashboards/contract/time-range";
import { createDashboard as createInWorkspace } from "../../dashboards/create-dashboard";
import { getDashboard as getInWorkspace } from "../../dashboards/get-dashboard";
import { listDashboardVersions as listVersionsInWorkspace } from "../../dashboards/list-dashboard-versions";
import { listDashboards as listInWorkspace } from "../../dashboards/list-dashboards";
import { removeDashboard as removeInWorkspace } from "../../dashboards/remove-dashboard";
import { shareDashboard as shareInWorkspace } from "../../dashboards/share-dashboard";
import { makePlatformAdmin as makeAdmin } from "../../identity/make-platform-admin";
import type { MetricQuery } from "../../metrics/contract/query";
import { listMetrics } from "../../metrics/list-metrics";
import { readMetrics } from "../../metrics/read-metrics";
import { readMetrics as readAcross } from "../metrics/read-metrics";
import { bringBackDashboard } from "./bring-back-dashboard";
import { changeDashboard } from "./change-dashboard";
import { createDashboard } from "./create-dashboard";
import { duplicateDashboard } from "./duplicate-dashboard";
import { getDashboard } from "./get-dashboard";
import { listDashboardLinks } from "./list-dashboard-links";
import { listDashboardVersions } from "./list-dashboard-versions";
import { listDashboards } from "./list-dashboards";
import { makeDashboardLink } from "./make-dashboard-link";
import { openDashboardLink } from "./open-dashboard-link";
import { readLinkedFigures } from "./read-linked-figures";
import { removeDashboard } from "./remove-dashboard";
import { restoreDashboardVersion } from "./restore-dashboard-version";
import { revokeDashboardLink } from "./revoke-dashboard-link";
import { shareDashboard } from "./share-dashboard";

const tile = {
  id: "received",
  kind: "number" as const,
  question: { metrics: ["documents.received"] },
  place: { x: 0, y: 0, w: 3, h: 2 },
};
const draft = { title: "Invoices", content: { tiles: [tile] } };

/** Two platform admins. */
async function twoAdmins() {
  const { actor, ...ctx } = await aContext();
  const colleague = await aColleague({ actor, ...ctx }, { role: "admin" });
  const admin = (person: { id: string } | { name: string }) =>
    aPlatformContext({
      actor: {
        kind: "platformAdmin",
        id: "id" in person ? person.id : "",
        confirmedAt: new Date(),
      },
    });
  return { ada: admin(actor), ben: admin(colleague.actor) };
}

describe("a dashboard of the platform", () => {
  test("is seen by its maker alone until it is shared, and again when it is taken back", async () => {
    const { ada, ben } = await twoAdmins();
    const { id } = await createDashboard(ada, draft);
    const titles = async (ctx: typeof ada) =>
      (await listDashboards(ctx, {})).items.filter((each) => each.id === id);

    expect(await titles(ada)).toMatchObject([{ isMine: true, tiles: 1, visibility: "me" }]);
    expect(await titles(ben)).toEqual([]);
    for (const call of [
      () => getDashboard(ben, { id }),
      () => changeDashboard(ben, { id, seen: 1, ...draft }),
      () => removeDashboard(ben, { id }),
      () => listDashboardVersions(ben, { id }),
      () => listDashboardLinks(ben, { id }),
      () => makeDashboardLink(ben, { id }),
      () => duplicateDashboard(ben, { id, title: "Mine now" }),
    ])
      await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });

    await shareDashboard(ada, { id, visibility: "platform" });
    expect(await titles(ben)).toMatchObject([
      { isMine: false, owner: { name: expect.any(String) } },
    ]);
    await expect(shareDashboard(ben, { id, visibility: "me" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(shareDashboard(ada, { id, visibility: "workspace" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await shareDashboard(ada, { id, visibility: "me" });
    expect(await titles(ben)).toEqual([]);
  });

  test("refuses a change by somebody who saw an earlier version, and loses neither", async () => {
    const { ada, ben } = await twoAdmins();
    const { id } = await createDashboard(ada, draft);
    await shareDashboard(ada, { id, visibility: "platform" });

    const outcomes = await Promise.allSettled([
      changeDashboard(ada, { id, seen: 1, ...draft, title: "Of Ada" }),
      changeDashboard(ben, { id, seen: 1, ...draft, title: "Of Ben" }),
    ]);
    const refused = outcomes.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toMatchObject([{ code: "CONFLICT" }]);
    expect(await getDashboard(ada, { id })).toMatchObject({ version: 2 });

    const { items } = await listDashboardVersions(ben, { id });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    expect(items[1]).toMatchObject({ title: "Invoices", content: { tiles: [tile] } });
    await restoreDashboardVersion(ben, { id, seen: 2, version: 1 });
    expect(await getDashboard(ada, { id })).toMatchObject({ version: 3, title: "Invoices" });
    await expect(restoreDashboardVersion(ada, { id, seen: 3, version: 9 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("that was removed can be brought back, and is changed by nobody before", async () => {
    const { ada } = await twoAdmins();
    const { id } = await createDashboard(ada, draft);
    await removeDashboard(ada, { id });
    await removeDashboard(ada, { id });
    expect(await getDashboard(ada, { id })).toMatchObject({ removedAt: expect.any(Date) });
    expect((await listDashboards(ada, {})).items.some((each) => each.id === id)).toBe(false);
    await expect(changeDashboard(ada, { id, seen: 1, ...draft })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await bringBackDashboard(ada, { id });
    expect((await listDashboards(ada, {})).items.some((each) => each.id === id)).toBe(true);
  });

  test("copies, and a copy is its maker's own", async () => {
    const { ada, ben } = await twoAdmins();
    const { id } = await createDashboard(ada, draft);
    await shareDashboard(ada, { id, visibility: "platform" });
    const copy = await duplicateDashboard(ben, { id, title: "Invoices of Ben" });
    expect(copy).toMatchObject({ isMine: true, visibility: "me", content: { tiles: [tile] } });
    await expect(getDashboard(ada, { id: copy.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("has links that are listed without their token, and end when they are revoked", async () => {
    const { ada } = await twoAdmins();
    const { id } = await createDashboard(ada, draft);
    const link = await makeDashboardLink(ada, { id, days: 3 });
    expect(link.token).toMatch(/^[\w-]{32}$/);
    const { items } = await listDashboardLinks(ada, { id });
    expect(items).toMatchObject([{ id: link.id, openedCount: 0 }]);
    expect(JSON.stringify(items)).not.toContain(link.token);

    const { token } = link;
    const opening = aJobAcross({}, "open-dashboard-link");
    await expect(openDashboardLink(opening, { token })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await makePlatformAdmin(ada);
    expect(await openDashboardLink(opening, { token })).toMatchObject({ title: "Invoices" });
    const { tiles } = await readLinkedFigures(opening, { token, range: null });
    expect(tiles).toMatchObject([{ id: "received", outcomes: [{ ok: true }] }]);
    expect((await listDashboardLinks(ada, { id })).items).toMatchObject([{ openedCount: 1 }]);
    await expect(openDashboardLink(opening, { token: `${token}x` })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });

    await revokeDashboardLink(ada, { linkId: link.id });
    for (const read of [
      () => openDashboardLink(opening, { token }),
      () => readLinkedFigures(opening, { token, range: "7d" }),
    ])
      await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listDashboardLinks(ada, { id })).items).toEqual([]);
    await expect(revokeDashboardLink(ada, { linkId: link.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("is refused where two tiles have one id, or a filter too many", async () => {
    const { ada } = await twoAdmins();
    await expect(
      createDashboard(ada, { title: "Twice", content: { tiles: [tile, tile] } }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const filters = Array.from({ length: 8 }, () => ({
      dimension: "type" as const,
      values: ["x"],
    }));
    await expect(
      createDashboard(ada, { title: "Many", content: { filters } }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

test("every tile of every dashboard that comes with the product is answered", async () => {
  const { ada } = await twoAdmins();
  const owner = await aContext({ role: "owner" });
  const around = {
    ...presetRange("30d", "Europe/Berlin", new Date()),
    timeZone: "Europe/Berlin",
    compare: "before" as const,
    filters: [{ dimension: "type" as const, values: ["invoice"] }],
  };
  const member = await aColleague(owner, { role: "member" });
  for (const [scope, asker, read] of [
    ["platform", "platform", (queries: MetricQuery[]) => readAcross(ada, { queries })],
    ["workspace", "admins", (queries: MetricQuery[]) => readMetrics(owner, { queries })],
    ["workspace", "members", (queries: MetricQuery[]) => readMetrics(member, { queries })],
  ] as const)
    for (const { key, content } of shippedFor(scope, asker)) {
      const queries = content.tiles.flatMap(({ question }) => tileQueries(question, around));
      expect(queries.length).toBeGreaterThan(0);
      const { outcomes } = await read(queries.slice(0, 24));
      expect([scope, key, outcomes.filter(({ ok }) => !ok)]).toEqual([scope, key, []]);
    }
});

test("dashboards of workspaces and of the platform do not see each other", async () => {
  const owner = await aContext({ role: "owner" });
  const { ada } = await twoAdmins();
  const { id } = await createInWorkspace(owner, draft);
  await shareInWorkspace(owner, { id, visibility: "workspace" });
  const { id: ofPlatform } = await createDashboard(ada, draft);
  await shareDashboard(ada, { id: ofPlatform, visibility: "platform" });

  await expect(getDashboard(ada, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getInWorkspace(owner, { id: ofPlatform })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const { items } = await listInWorkspace(owner, {});
  expect(items.filter(({ isShipped }) => !isShipped).map((each) => each.id)).toEqual([id]);
});

test("in a workspace members see what is shared and change their own; owners and admins change what is shared", async () => {
  const owner = await aContext({ role: "owner" });
  const member = await aColleague(owner, { role: "member" });
  const viewer = await aColleague(owner, { role: "viewer" });
  const { id } = await createInWorkspace(owner, draft);
  await expect(getInWorkspace(member, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await shareInWorkspace(owner, { id, visibility: "workspace" });
  for (const reader of [member, viewer])
    expect(await getInWorkspace(reader, { id })).toMatchObject({ mayChange: false, isMine: false });
  for (const call of [
    () => changeInWorkspace(member, { id, seen: 1, ...draft }),
    () => removeInWorkspace(member, { id }),
    () => shareInWorkspace(member, { id, visibility: "me" }),
    () => listVersionsInWorkspace(member, { id }),
    () => createInWorkspace(viewer, draft),
  ])
    await expect(call()).rejects.toMatchObject({ code: "FORBIDDEN" });

  const { id: ofMember } = await createInWorkspace(member, { ...draft, title: "Of a member" });
  await shareInWorkspace(member, { id: ofMember, visibility: "workspace" });
  expect(
    await changeInWorkspace(owner, { id: ofMember, seen: 1, ...draft, title: "Of both" }),
  ).toMatchObject({ version: 2, mayChange: true, isMine: false });
  expect(
    await changeInWorkspace(member, { id: ofMember, seen: 2, ...draft, title: "Mine" }),
  ).toMatchObject({ version: 3, title: "Mine" });
});

test("members get the dashboards that come with the product with the figures of members alone", async () => {
  const owner = await aContext({ role: "owner" });
  const member = await aColleague(owner, { role: "member" });
  const known = new Set((await listMetrics(member, {})).items.map(({ name }) => name));
  const shipped = async (ctx: typeof owner) =>
    (await listInWorkspace(ctx, {})).items.filter(({ isShipped }) => isShipped);
  const [forMember, forOwner] = [await shipped(member), await shipped(owner)];
  expect(forMember.length).toBeGreaterThan(1);
  expect(forMember.length).toBeLessThan(forOwner.length);
  expect(forMember.flatMap(({ metrics }) => metrics).filter((name) => !known.has(name))).toEqual(
    [],
  );
  expect(forOwner.flatMap(({ metrics }) => metrics).some((name) => !known.has(name))).toBe(true);
  const left = forOwner.find(({ id }) => forMember.every((each) => each.id !== id));
  await expect(getInWorkspace(member, { id: left?.id ?? "" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

/** The maker of a link must still be a platform admin when it is opened. */
async function makePlatformAdmin({ actor }: { actor: object }) {
  const found = "id" in actor ? await database.platform.people.find(String(actor.id)) : null;
  await makeAdmin({ ...anIdentityContext(), door: "cli" }, { email: found?.email ?? "" });
}
