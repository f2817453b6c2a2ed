import { join } from "node:path";
import { expect, test } from "vitest";

import { actions, can, roles, scopeFor } from "./policy";

/** Written anew by `vitest run --project unit packages/core/src/roles.test.ts --update`. */
const page = join(import.meta.dirname, "../../../docs/roles.md");

test("the docs say of every role what the policy lets it do", async () => {
  // As wide as a formatter of Markdown makes them, so that it leaves the page as it is.
  const widths = [
    Math.max(...actions.map(({ length }) => length + 2)),
    ...roles.map(widthOf),
    "members".length,
  ];
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const lines = [
    "# What each role may do",
    "",
    "Generated from `packages/core/src/policy.ts` by `packages/core/src/roles.test.ts`; change it there. A role says what a person may do in",
    "the workspace; which documents they may do it to is told by each document's `access`. Through an API key they may do it only where the key",
    "has the scope that the action needs; a key has `read` and `write` where nothing else is chosen.",
    "",
    row(["action", ...roles, "scope"]),
    row(widths.map((width) => "-".repeat(width))),
    ...actions.map((action) =>
      row([
        `\`${action}\``,
        ...roles.map((role) => (can(role, action) ? "yes" : "")),
        scopeFor[action],
      ]),
    ),
    "",
    "`document.process` is for background functions alone, which may do everything else too.",
    "",
  ];

  await expect(lines.join("\n")).toMatchFileSnapshot(page);
});

function widthOf({ length }: string): number {
  return Math.max(length, 3);
}
