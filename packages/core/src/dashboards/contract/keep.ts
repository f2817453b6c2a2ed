import { randomBytes } from "node:crypto";

import type {
  By,
  DashboardRepository,
  StoredDashboard,
  StoredLink,
} from "@besunny/db/dashboards/dashboards";

import { conflict, forbidden, invalidInput, notFound } from "../../errors";
import type { Asker } from "../../metrics/contract/catalogue/catalogue";
import type { Notes } from "../../operation/surroundings";
import { tokenHash } from "../../token-hash";
import type { Dashboard, DashboardDraft, DashboardSummary, DashboardVersion } from "./dashboard";
import type { Visibility } from "./dashboard-words";
import { type DashboardScope, findShipped, shippedFor } from "./shipped/shipped";
import { mayChange, type Reader, shown, shownShipped, shownVersion, summaryOf } from "./shown";

/** The place of the dashboards: their repository, the person who asks with their rights, and the time. */
export type Desk = {
  dashboards: DashboardRepository;
  scope: DashboardScope;
  by: By;
  /** Those figures of the dashboards that come with the product are shown that the person may ask for. */
  asker: Asker;
  /** True for people who make dashboards; they change their own. */
  mayMake: boolean;
  /** True for people who change what others share, too. */
  mayManage: boolean;
};
export type Writing = Desk & Pick<Notes, "changed">;

const MOST_OWN = 200;
const MOST_LISTED = 1000;
const MOST_VERSIONS = 100;
const DAY = 86_400_000;

/** Lists the dashboards that the person may see: first those that come with the product. */
export async function listed(desk: Desk): Promise<DashboardSummary[]> {
  const { dashboards, scope, asker, by } = desk;
  const stored = await dashboards.list(by.id, MOST_LISTED);
  return [
    ...shippedFor(scope, asker).map(shownShipped),
    ...stored.map((row) => shown(row, readerAt(desk))),
  ].map(summaryOf);
}

/** Returns a dashboard, a removed one too. Throws `NOT_FOUND`. */
export async function found(desk: Desk, id: string): Promise<Dashboard> {
  const shipped = findShipped(desk.scope, desk.asker, id);
  if (shipped) return shownShipped(shipped);
  const row = (await desk.dashboards.find(id, desk.by.id)) ?? notFound("Dashboard", id);
  return shown(row, readerAt(desk));
}

/** Makes a dashboard that only its maker sees. Throws `CONFLICT` for somebody who has very many. */
export async function made(desk: Writing, draft: DashboardDraft): Promise<Dashboard> {
  const { dashboards, by, changed } = desk;
  if ((await dashboards.countOf(by.id)) >= MOST_OWN)
    conflict(`You have ${MOST_OWN} dashboards`, "Remove one that you no longer use.");
  const id = await dashboards.create({ ...draft, visibility: "me" }, by);
  changed({ subject: id, before: {}, after: { version: 1, visibility: "me" } });
  return found(desk, id);
}

/** Writes the next version. Throws `CONFLICT` if the dashboard is no longer in the version that the writer saw. */
export async function changedTo(
  desk: Writing,
  { id, seen, draft }: { id: string; seen: number; draft: DashboardDraft },
): Promise<Dashboard> {
  const { dashboards, by, changed } = desk;
  const { version } = await toChange(desk, id);
  if (version !== seen || !(await dashboards.change(id, seen, draft, by)))
    conflict(
      "Somebody else has changed this dashboard meanwhile",
      "Look at their changes, then keep yours or take theirs.",
    );
  changed({ subject: id, before: { version: seen }, after: { version: seen + 1 } });
  return found(desk, id);
}

/** Writes an earlier version as the next one. */
export async function restored(
  desk: Writing,
  { id, seen, version }: { id: string; seen: number; version: number },
): Promise<Dashboard> {
  await toChange(desk, id);
  const row = await desk.dashboards.findVersion(id, version);
  const { title, description, content } = shownVersion(row ?? notFound("Version", String(version)));
  return changedTo(desk, { id, seen, draft: { title, description, content } });
}

/** Lists the latest versions of a dashboard, the present one first. */
export async function versionsOf(desk: Desk, id: string): Promise<DashboardVersion[]> {
  await toChange(desk, id);
  return (await desk.dashboards.versions(id, MOST_VERSIONS)).map(shownVersion);
}

/** Lists the links of a dashboard that have not ended. */
export async function linksOf(desk: Desk, id: string): Promise<StoredLink[]> {
  await toChange(desk, id);
  return desk.dashboards.links(id, desk.by.at);
}

/** Sets who sees a dashboard. Only its owner may keep it to themselves again. */
export async function sharedWith(desk: Writing, id: string, visibility: Visibility): Promise<void> {
  const { owner, visibility: before } = await toChange(desk, id);
  if (visibility !== "me" && visibility !== desk.scope)
    invalidInput(`These dashboards are for “me” or “${desk.scope}”`);
  if (visibility === "me" && owner?.id !== desk.by.id)
    conflict("Only the owner of a dashboard keeps it to themselves", "Duplicate it instead.");
  if (visibility === before) return;
  await desk.dashboards.mark(id, { visibility });
  desk.changed({ subject: id, before: { visibility: before }, after: { visibility } });
}

/** Removes a dashboard, or brings it back. */
export async function removed(desk: Writing, id: string, isRemoved: boolean): Promise<void> {
  const row = await own(desk, id);
  if ((row.removedAt !== null) === isRemoved) return;
  await desk.dashboards.mark(id, { removedAt: isRemoved ? desk.by.at : null });
  desk.changed({ subject: id, before: { isRemoved: !isRemoved }, after: { isRemoved } });
}

/** Makes a link that shows a dashboard without a sign-in. Returns its token, of which only the hash is stored. */
export async function linked(
  desk: Writing,
  { id, days }: { id: string; days: number },
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const { dashboards, by, changed } = desk;
  await toChange(desk, id);
  const token = randomBytes(24).toString("base64url");
  const expiresAt = new Date(by.at.getTime() + days * DAY);
  const link = await dashboards.addLink(id, { tokenHash: tokenHash(token), expiresAt }, by);
  changed({ subject: id, before: { link: null }, after: { link } });
  return { id: link, token, expiresAt };
}

/** Ends a link at once. */
export async function unlinked(desk: Writing, linkId: string): Promise<void> {
  const { dashboards, by, changed } = desk;
  const link = (await dashboards.findLink(linkId, by.at)) ?? notFound("Link", linkId);
  await toChange(desk, link.dashboardId);
  await dashboards.revokeLink(linkId, by.at);
  changed({ subject: link.dashboardId, before: { link: linkId }, after: { link: null } });
}

/** Finds a dashboard that the person may change: one of people, that was not removed. */
async function toChange(desk: Desk, id: string): Promise<StoredDashboard> {
  const row = await own(desk, id);
  return row.removedAt === null ? row : notFound("Dashboard", id);
}

/** Finds a dashboard of the person, or one that others share with somebody who may change those too. */
async function own(desk: Desk, id: string): Promise<StoredDashboard> {
  const row = (await desk.dashboards.find(id, desk.by.id)) ?? notFound("Dashboard", id);
  return mayChange(row, readerAt(desk)) ? row : forbidden("dashboard.manage");
}

function readerAt({ by, mayMake, mayManage }: Desk): Reader {
  return { id: by.id, mayMake, mayManage };
}
