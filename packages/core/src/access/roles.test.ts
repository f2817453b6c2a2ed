import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Action,
  actions,
  allowedInProject,
  projectActions,
  projectRoles,
  roles,
  scopeFor,
} from "./actions";
import { jobs, ofSources } from "./jobs";
import { can } from "./policy";

/** The command `vitest run --project unit packages/core/src/access/roles.test.ts --update` writes this page again. */
const page = join(import.meta.dirname, "../../../../docs/roles.md");

test("the docs say of every role what the policy lets it do", async () => {
  const lines = [
    "# What each role may do",
    "",
    "Generated from `packages/core/src/access/actions.ts` by `packages/core/src/access/roles.test.ts`; change it there. A role says what a person may do in",
    "the workspace; each document's `access` says which documents they may do it to. An API key also needs the scope of the action.",
    "By default a key has `read` and `write`.",
    "",
    ...table(roles, actions, can, (action) => scopeFor[action]),
    "",
    "## What each role in a project may do",
    "",
    "For members of the workspace: owners and admins lead every project, viewers read. In an open project a member without a role of their",
    "own contributes; in a restricted one they see nothing. Of several projects the strongest role counts. `document.publish` opens a",
    "document of restricted projects to the whole workspace. It needs a lead of each of these projects, and a confirmation.",
    "",
    ...table(projectRoles, projectActions, (role, action) =>
      allowedInProject[role].includes(action),
    ),
    "",
    "## What each background job may do",
    "",
    "A job has no role: it may do what its list names, and nothing else.",
    "",
    ...Object.entries(jobs).map(
      ([name, permitted]) =>
        `- \`${name}\`: ${permitted.map((action) => `\`${action}\``).join(", ") || "nothing in a workspace"}`,
    ),
    "",
    "## What a source may do",
    "",
    "A source (a drive, mailbox or calendar that somebody has connected) has no role either. It sees what its owner sees as a person, and nothing that",
    `only owners and admins see. It may do this alone: ${ofSources.map((action) => `\`${action}\``).join(", ")}.`,
    "",
  ];

  await expect(lines.join("\n")).toMatchFileSnapshot(page);
});

/** As wide as a formatter of Markdown makes it, so that it leaves the page as it is. */
function table<Role extends string>(
  columns: readonly Role[],
  rows: readonly Action[],
  may: (role: Role, action: Action) => boolean,
  scopeOf?: (action: Action) => string,
): string[] {
  const widths = [
    Math.max(...rows.map(({ length }) => length + 2)),
    ...columns.map(widthOf),
    Math.max(...rows.map((action) => scopeOf?.(action).length ?? 0)),
  ];
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [
    row(["action", ...columns, ...(scopeOf ? ["scope"] : [])]),
    row(widths.filter(Boolean).map((width) => "-".repeat(width))),
    ...rows.map((action) =>
      row([
        `\`${action}\``,
        ...columns.map((role) => (may(role, action) ? "yes" : "")),
        ...(scopeOf ? [scopeOf(action)] : []),
      ]),
    ),
  ];
}

function widthOf({ length }: string): number {
  return Math.max(length, 3);
}
