import type { PersonToRemind } from "@besunny/db/platform/platform-meetings";
import { remindMe } from "../../actions/remind-me";
import type { PlatformContext } from "../../context";
import { localTime } from "../../local-time";
import { personToTell } from "../notices/person-to-tell";
import { counted, daysBefore, type Schedule } from "../schedule";

const PEOPLE_A_PART = 100;
/** People are reminded at eight o'clock of their own day. */
const MINUTE_OF_DAY = 8 * 60;

/** Reminds people of their actions that are overdue or due, once a day on their own clock, unless they have switched it off. */
export const remindOfActions: Schedule = {
  cron: "*/15 * * * *",

  async look(ctx) {
    for (let after: string | null = ""; after !== null; ) {
      const people: PersonToRemind[] = await peopleAfter(ctx, after);
      if (people.some((person) => dayToRemind(person, ctx.clock())))
        return ctx.clock().toISOString();
      after = people.length < PEOPLE_A_PART ? null : keyOf(people.at(-1));
    }
    return null;
  },

  async work(ctx, from) {
    const people = await peopleAfter(ctx, from ?? "");
    let reminded = 0;
    for (const person of people) {
      const day = dayToRemind(person, ctx.clock());
      if (!day) continue;
      await remindMe(ctx.asPerson(person.workspaceId, personToTell(person)), { day });
      reminded += 1;
    }
    return {
      next: people.length < PEOPLE_A_PART ? null : keyOf(people.at(-1)),
      counts: { reminded },
    };
  },

  summary: ({ reminded }) => `Reminded ${counted(reminded, "person", "people")}.`,
};

/** Returns the day of a person who is to be reminded now. Null: it is not time, nothing is due, or it was done. */
function dayToRemind(
  { timeZone, firstDue, lastReminded }: PersonToRemind,
  now: Date,
): string | null {
  const { day, minute } = localTime(now, timeZone);
  const isDue = minute >= MINUTE_OF_DAY && firstDue <= day;
  return isDue && (lastReminded === null || lastReminded < day) ? day : null;
}

/** No clock is more than a day ahead of UTC. */
function peopleAfter({ db, clock }: PlatformContext, after: string): Promise<PersonToRemind[]> {
  const [workspaceId = "", userId = ""] = after.split(" ");
  const dueBefore = daysBefore(clock(), -2).toISOString().slice(0, 10);
  return db.platform.meetings.listToRemind(
    { workspaceId, userId },
    { dueBefore, limit: PEOPLE_A_PART },
  );
}

function keyOf(person: PersonToRemind | undefined): string {
  return person ? `${person.workspaceId} ${person.userId}` : "";
}
