import type { Outputs } from "@besunny/api/browser/outputs";

/** A report as the page lists it, and one making of it. */
export type Report = Outputs["admin"]["reports"]["list"]["items"][number];
export type ReportRun = Outputs["admin"]["reports"]["runs"]["items"][number];
