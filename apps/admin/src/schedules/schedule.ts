import type { Outputs } from "@besunny/api/browser/outputs";

/** A schedule as the page lists it. */
export type Schedule = Outputs["schedules"]["list"]["schedules"][number];
