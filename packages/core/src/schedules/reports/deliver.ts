import type { ReportPerson } from "@besunny/db/platform/due-reports";
import type { StoredReport, StoredReportRun } from "@besunny/db/reports/reports";
import { mediaTypes } from "@besunny/reports/media-types";

import type { PlatformContext } from "../../context";
import { fileNameOf } from "../../reports/contract/file-name-of";
import {
  choicesOf,
  type Delivery,
  deliveriesOf,
  type ReportChoices,
} from "../../reports/contract/report";
import type { ReportChannel } from "../../reports/contract/report-words";
import { maySee } from "./may-see";
import { putIntoInbox } from "./put-into-inbox";

/**
 * Sends a report's file to its recipients who may see all of its figures now and have not got it yet. What reached somebody is kept at once, so that a
 * second try sends nothing twice. Returns how many have to wait, and why.
 */
export async function deliver(
  ctx: PlatformContext,
  run: StoredReportRun,
): Promise<{ waiting: number; why: string | null }> {
  const { dueReports } = ctx.db.platform;
  const report = await dueReports.find(run.reportId);
  if (!(report && run.artefactKey)) return { waiting: 0, why: "The report is gone." };
  const choices = choicesOf(report);
  const people = new Map(
    (await dueReports.listPeople(report.workspaceId, choices.recipientIds)).map((person) => [
      person.id,
      person,
    ]),
  );
  const done = deliveriesOf(run.sentTo).filter(({ outcome }) => outcome !== "waiting");
  const waiting: Delivery[] = [];
  const keep = () => dueReports.updateRun(run.id, { sentTo: [...done, ...waiting] });
  const sent: Sent = { report, choices, run, content: await ctx.files.read(run.artefactKey) };
  let why: string | null = null;

  for (const userId of choices.recipientIds)
    for (const channel of choices.channels) {
      if (done.some((each) => each.userId === userId && each.channel === channel)) continue;
      const person = people.get(userId);
      const to = { userId, name: person?.name ?? "Somebody who left", channel };
      if (!(person && maySee(report, person))) {
        done.push({ ...to, outcome: "noRight" });
      } else {
        const problem = await sendBy(channel, ctx, { ...sent, person });
        why = problem ?? why;
        (problem === null ? done : waiting).push({
          ...to,
          outcome: problem === null ? "sent" : "waiting",
        });
      }
      await keep();
    }
  return { waiting: waiting.length, why };
}

type Sent = {
  report: StoredReport;
  choices: ReportChoices;
  run: StoredReportRun;
  content: Uint8Array;
};
type SentTo = Sent & { person: ReportPerson };

/** Sends by one channel. Returns why it has to wait; null where it was sent. */
function sendBy(channel: ReportChannel, ctx: PlatformContext, given: SentTo) {
  if (channel === "mail") return sendMail(ctx, given);
  const { report, run, person } = given;
  const { workspaceId, id: reportId } = report;
  return putIntoInbox(ctx, { workspaceId, reportId, runId: run.id, userId: person.id });
}

async function sendMail(
  { mail, log }: PlatformContext,
  { report, choices, run, content, person }: SentTo,
): Promise<string | null> {
  if (!mail.isConfigured) return "No mail server is set up.";
  const at = run.asOf ?? run.createdAt;
  try {
    await mail.send({
      to: person.email,
      id: `${run.id}-${person.id}`,
      subject: choices.title,
      text: textOf(report, at),
      attachments: [
        {
          filename: fileNameOf({ title: choices.title, at, format: choices.format }),
          content,
          contentType: mediaTypes[choices.format],
        },
      ],
    });
    return null;
  } catch (error) {
    log.warn({ error, reportRun: run.id }, "a report was not taken by the mail server");
    return "The mail server did not take it.";
  }
}

function textOf({ title, owner }: StoredReport, at: Date): string {
  return [
    `The report "${title}" is attached, with the figures of ${at.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
    `You get it because ${owner.name} chose you. Ask them or a fellow admin to leave you out.`,
  ].join("\n\n");
}
