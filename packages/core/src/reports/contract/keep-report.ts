import type { ReportRepository } from "@besunny/db/reports/reports";

import { conflict, notFound } from "../../errors";
import type { Notes } from "../../operation/surroundings";
import { nextTime } from "../../timing";
import type { ReportChoices } from "./report";

const MOST_REPORTS = 100;

type Tools = { reports: ReportRepository; at: Date; changed: Notes["changed"] };

/** Keeps a new report of somebody, and returns its id. Throws `CONFLICT` for more than a hundred. */
export async function addReport(
  { reports, at, changed }: Tools,
  { ownerId, choices }: { ownerId: string; choices: ReportChoices },
): Promise<{ id: string }> {
  if ((await reports.count()) >= MOST_REPORTS)
    conflict(`There are ${MOST_REPORTS} reports already`, "Remove one that nobody reads.");
  const id = await reports.add({ ownerId, choices, dueAt: nextTime(choices, at), at });
  changed({ subject: id, before: { title: null }, after: { title: choices.title } });
  return { id };
}

/** Changes a report. Throws `NOT_FOUND`, and `CONFLICT` if somebody else changed it since it was read. */
export async function changeKept(
  { reports, at, changed }: Tools,
  { id, version, choices }: { id: string; version: number; choices: ReportChoices },
): Promise<void> {
  const stored = (await reports.find(id)) ?? notFound("Report", id);
  const dueAt = nextTime(choices, at);
  if (!(await reports.change({ id, version }, { ...choices, dueAt, changedAt: at })))
    conflict("Somebody else changed this report meanwhile", "Open it again and change it there.");
  changed({
    subject: id,
    before: summaryOf({ ...stored, tiles: Array.isArray(stored.tiles) ? stored.tiles : [] }),
    after: summaryOf(choices),
  });
}

/** Pauses a report, or lets it be made at its next time again. */
export async function pauseKept(
  { reports, at, changed }: Tools,
  { id, isPaused }: { id: string; isPaused: boolean },
): Promise<void> {
  const stored = (await reports.find(id)) ?? notFound("Report", id);
  const times = isPaused ? {} : { dueAt: nextTime(stored, at) };
  await reports.pause(id, { isPaused, pauseReason: null, changedAt: at, ...times });
  if (stored.isPaused !== isPaused)
    changed({ subject: id, before: { isPaused: stored.isPaused }, after: { isPaused } });
}

/** Removes a report with its history, and returns the title that it had. */
export async function removeKept({ reports, changed }: Tools, id: string): Promise<void> {
  const stored = (await reports.find(id)) ?? notFound("Report", id);
  await reports.remove(id);
  changed({ subject: id, before: { title: stored.title }, after: { title: null } });
}

/** Asks for a report now, also while it is paused, and returns the id of its run. Throws `CONFLICT` while one is being made. */
export async function askForReport(
  { reports, at, changed }: Tools,
  { id, askedById }: { id: string; askedById: string },
): Promise<{ runId: string }> {
  const { format } = (await reports.find(id)) ?? notFound("Report", id);
  if (await reports.hasOpenRun(id))
    conflict("It is being made already", "Wait until it is done, then send it again.");
  const runId = await reports.addRun({ reportId: id, format, askedById, at });
  changed({ subject: id, before: { runId: null }, after: { runId } });
  return { runId };
}

function summaryOf({ title, cron, timeZone, format, recipientIds, tiles }: Summed) {
  return { title, cron, timeZone, format, recipients: recipientIds.length, figures: tiles.length };
}

type Summed = {
  title: string;
  cron: string;
  timeZone: string;
  format: string;
  recipientIds: readonly string[];
  tiles: readonly unknown[];
};
