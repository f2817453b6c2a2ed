import type { Area } from "./prose";

/**
 * The places that must keep the wording rules, by area: path prefixes, or "everywhere". The rest is listed by `tsx tooling/wording/report.ts`.
 */
export const enforced: Readonly<Record<Area, "everywhere" | readonly string[]>> = {
  docs: [
    "README.md",
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    "docs/GLOSSARY.md",
    "docs/api-keys.md",
    "docs/operations.md",
    "docs/rest.md",
    "docs/retention.md",
    "docs/roles.md",
    "docs/running.md",
    "docs/time-zones.md",
    "docs/decisions/0018",
    "docs/decisions/0019",
    "docs/decisions/0020",
    "docs/decisions/0021",
    "docs/decisions/0022",
  ],
  comments: ["tooling/import-rules/", "tooling/wording/"],
  openApi: "everywhere",
  messages: [],
  interface: [],
};
