import { join } from "node:path";
import { expect, test } from "vitest";

import { type Action, scopeFor } from "./access/actions";
import { catalogue, type Entry } from "./catalogue";

/** Written by `vitest run --project unit packages/core/src/catalogue-page.test.ts --update`. */
const page = join(import.meta.dirname, "../../../docs/operations.md");

test("the docs list every operation with its permission, its doors and its row in the audit log", async () => {
  const slices = [...new Set(catalogue.map(sliceOf))];
  const lines = [
    "# Operations",
    "",
    "Everything that BeSunny can do is an operation. This page is generated from the catalogue, `packages/core/src/catalogue.ts`, by",
    "`packages/core/src/catalogue-page.test.ts`. Change the operation's own file instead: `batches.pause-batch` is `batches/pause-batch.ts`.",
    "",
    "- **Permission** is the action that a role, a job or a platform admin must have; [roles.md](roles.md) shows who has it. The scope that an",
    "  API key needs follows in brackets. Operations on accounts have none: each checks its own password, token or session. _Fresh proof_: the",
    "  session must have proven within ten minutes who its person is.",
    "- **Doors** are the ways in that offer it. An operation without a door is a step of other operations.",
    "- **Audit log** says whether a call leaves a row, and else why it leaves none. A refused call leaves a row wherever a successful call would.",
    "",
    ...slices.flatMap((slice) => [
      `## ${slice}`,
      "",
      ...table(catalogue.filter((entry) => sliceOf(entry) === slice)),
      "",
    ]),
  ];

  await expect(lines.join("\n")).toMatchFileSnapshot(page);
});

function sliceOf({ name }: Entry): string {
  return name.split(".")[0] ?? "";
}

/** As wide as a formatter of Markdown makes it, so that it leaves the page as it is. */
function table(entries: readonly Entry[]): string[] {
  const head = ["operation", "title", "kind", "permission", "doors", "audit log"];
  const rows = [head, ...entries.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [line(head), line(rule), ...rows.slice(1).map(line)];
}

function cellsOf(entry: Entry): string[] {
  const { name, title, kind, doors, notAudited } = entry;
  return [
    `\`${name}\``,
    title,
    kind,
    `${permissionOf(entry)}${entry.stepUp ? ", fresh proof" : ""}`,
    doors.join(", ") || "none",
    notAudited === null ? "a row" : `none: ${notAudited}`,
  ];
}

function permissionOf({ surface, permission }: Entry): string {
  if (permission === null) return "none";
  return surface === "workspace" && isAction(permission)
    ? `\`${permission}\` (${scopeFor[permission]})`
    : `\`${permission}\``;
}

function isAction(permission: string): permission is Action {
  return permission in scopeFor;
}
