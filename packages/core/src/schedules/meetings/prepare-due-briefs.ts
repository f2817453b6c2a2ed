import { prepareBriefs } from "../../briefs/prepare-briefs";
import type { PlatformContext } from "../../context";
import type { Part } from "../contract";
import { personToTell } from "../notices/person-to-tell";
import { counted, type Schedule } from "../schedule";

const PEOPLE_A_PART = 100;
const calendars = ["google-calendar", "outlook-calendar"];

/** Makes the briefs that are due, as each of the people in workspaces with calendars, who sees no more. */
export const prepareDueBriefs: Schedule = {
  cron: "*/5 * * * *",

  look: async (ctx) => ((await withCalendars(ctx)).size > 0 ? ctx.clock().toISOString() : null),

  async work(ctx, from): Promise<Part> {
    const [workspaceId = "", userId = ""] = (from ?? "").split(" ");
    const workspaces = await withCalendars(ctx);
    const people = await ctx.db.platform.mails.listPeople({ workspaceId, userId }, PEOPLE_A_PART);
    const counts = { made: 0, withdrawn: 0 };
    for (const person of people) {
      if (!workspaces.has(person.workspaceId)) continue;
      const caller = ctx.asPerson(person.workspaceId, personToTell(person));
      const { made, withdrawn } = await prepareBriefs(caller, { timeZone: person.timeZone });
      counts.made += made;
      counts.withdrawn += withdrawn;
    }
    const last = people.length < PEOPLE_A_PART ? undefined : people.at(-1);
    return { next: last ? `${last.workspaceId} ${last.userId}` : null, counts };
  },

  summary: ({ made, withdrawn }) =>
    `Made ${counted(made, "brief")} and withdrew ${counted(withdrawn, "brief")}.`,
};

async function withCalendars({ db }: PlatformContext): Promise<Set<string>> {
  return new Set(await db.platform.dueSources.workspacesWith(calendars));
}
