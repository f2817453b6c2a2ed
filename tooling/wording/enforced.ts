import type { Area } from "./prose";

/**
 * The places that must keep the wording rules, by area: path prefixes, or "everywhere". The rest is listed by `tsx tooling/wording/report.ts`.
 */
export const enforced: Readonly<Record<Area, "everywhere" | readonly string[]>> = {
  docs: [],
  comments: ["tooling/import-rules/", "tooling/wording/"],
  openApi: [],
  messages: [],
  interface: [],
};
