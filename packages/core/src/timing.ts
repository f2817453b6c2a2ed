import { Cron } from "croner";
import { z } from "zod";

/** The timing of a schedule: five cron fields, read in a time zone of the IANA list. */
export const timing = z
  .object({ cron: z.string().trim().min(1).max(100), timeZone: z.string().trim().min(1).max(64) })
  .superRefine((given, context) => {
    const problem = problemOf(given);
    if (problem)
      context.addIssue({ code: "custom", path: [problem.field], message: problem.message });
  });
export type Timing = z.output<typeof timing>;

/** Returns the next times after a moment: at most `count`, and fewer if the pattern has no more. */
export function nextTimes({ cron, timeZone }: Timing, after: Date, count: number): Date[] {
  return patternOf(cron, timeZone).nextRuns(count, after);
}

/** Returns the next time after a moment. Throws `RangeError` if there is none. */
export function nextTime(given: Timing, after: Date): Date {
  const [next] = nextTimes(given, after, 1);
  if (!next) throw new RangeError(`${given.cron} never comes`);
  return next;
}

function problemOf({ cron, timeZone }: Timing): { field: keyof Timing; message: string } | null {
  if (!isTimeZone(timeZone))
    return {
      field: "timeZone",
      message: `There is no time zone ${timeZone}. Write it like Europe/Paris.`,
    };
  if (cron.split(/\s+/).length !== 5)
    return { field: "cron", message: "Write five fields: minute, hour, day, month, weekday." };
  try {
    const isEver = patternOf(cron, timeZone).nextRun() !== null;
    return isEver ? null : { field: "cron", message: "No date will ever fit these fields." };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^CronPattern: /, "") : "";
    return { field: "cron", message: `These fields make no time: ${reason}` };
  }
}

function patternOf(cron: string, timeZone: string): Cron {
  return new Cron(cron, { timezone: timeZone, mode: "5-part", paused: true });
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}
