import { counted, daysBefore, type Schedule } from "../schedule";

const DAYS_COMPARED = 40;
const DAY_CHARACTERS = 10;

/** Compares the kept sums of figures with their rows each night. Hours that differ are counted again; their number is itself a figure. */
export const reconcileFigures: Schedule = {
  cron: "20 2 * * *",

  look: async ({ clock }) => clock().toISOString().slice(0, DAY_CHARACTERS),

  async work({ db, clock }) {
    const now = clock();
    const drift = await db.platform.rollups.compare(daysBefore(now, DAYS_COMPARED), now);
    return { next: null, counts: { drift } };
  },

  summary: ({ drift }) =>
    drift
      ? `Found ${counted(drift, "hour")} with wrong sums, which are counted again.`
      : "All sums are what their rows say.",
};
