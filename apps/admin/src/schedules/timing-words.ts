import cronstrue from "cronstrue";

/** Returns five cron fields in words, such as "At 02:50, every day"; null for fields that make no time. */
export function timingWords(cron: string): string | null {
  try {
    return cronstrue.toString(cron, { use24HourTimeFormat: true, verbose: true });
  } catch {
    return null;
  }
}
