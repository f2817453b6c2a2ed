import type { PlatformContext } from "../../context";
import type { Part } from "../contract";
import { counted, daysBefore, type Schedule } from "../schedule";
import { dueFor, tellPerson } from "./tell-person";

const PEOPLE_A_PART = 100;
const MAILS_A_PART = 20;
const DAYS_UNSENT_KEPT = 3;
/** A link to stop these mails works as long. */
const DAYS_SENT_KEPT = 90;
const RETRY_MS = 15 * 60_000;
const sending = "mails";

/**
 * Tells people of what is due for them, in the app and by mail. A mail waits in a queue until the mail server takes it, and is tried
 * again every quarter of an hour for three days.
 */
export const sendNotices: Schedule = {
  cron: "*/5 * * * *",

  async look(ctx) {
    const now = ctx.clock();
    const { isConfigured } = ctx.mail;
    if (isConfigured && (await ctx.db.platform.mails.isWaiting(now))) return now.toISOString();
    for (let after: string | null = ""; after !== null; ) {
      const people: People = await peopleAfter(ctx, after);
      const isDue = people.some((person) => {
        const { day, isMailDue, isSlackDue } = dueFor(person, { now, canMail: isConfigured });
        return day !== null || isMailDue || isSlackDue;
      });
      if (isDue) return now.toISOString();
      after = people.length < PEOPLE_A_PART ? null : keyOf(people.at(-1));
    }
    return null;
  },

  work: async (ctx, from) => (from === sending ? sendMails(ctx) : tellPeople(ctx, from ?? "")),

  summary: ({ queued, sent, failed }) =>
    `Queued ${counted(queued, "mail")} and sent ${counted(sent, "mail")}.${failed ? ` ${counted(failed, "mail")} could not be sent.` : ""}`,
};

type People = Awaited<ReturnType<PlatformContext["db"]["platform"]["mails"]["listPeople"]>>;

async function tellPeople(ctx: PlatformContext, after: string): Promise<Part> {
  const people = await peopleAfter(ctx, after);
  let queued = 0;
  for (const person of people) queued += await tellPerson(ctx, person);
  const isLast = people.length < PEOPLE_A_PART;
  return { next: isLast ? sending : keyOf(people.at(-1)), counts: { queued } };
}

function peopleAfter(ctx: PlatformContext, after: string): Promise<People> {
  const [workspaceId = "", userId = ""] = after.split(" ");
  return ctx.db.platform.mails.listPeople({ workspaceId, userId }, PEOPLE_A_PART, ctx.clock());
}

function keyOf(person: People[number] | undefined): string {
  return person ? `${person.workspaceId} ${person.userId}` : "";
}

async function sendMails({ db, mail, clock, log }: PlatformContext): Promise<Part> {
  const { mails } = db.platform;
  const counts = { sent: 0, failed: 0 };
  for (let number = 0; mail.isConfigured && number < MAILS_A_PART; number++) {
    const now = clock();
    const next = await mails.take(now, new Date(now.getTime() + RETRY_MS));
    if (!next) break;
    try {
      await mail.send({ to: next.email, subject: next.subject, text: next.text, id: next.id });
      await mails.markSent(next.id, clock());
      counts.sent++;
    } catch (error) {
      log.warn({ error, mail: next.id }, "a mail was not taken, and is tried again");
      counts.failed++;
    }
  }
  if (counts.sent + counts.failed === MAILS_A_PART) return { next: sending, counts };
  const now = clock();
  await mails.removeOld({
    unsent: daysBefore(now, DAYS_UNSENT_KEPT),
    sent: daysBefore(now, DAYS_SENT_KEPT),
  });
  return { next: null, counts };
}
