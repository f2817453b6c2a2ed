import { join } from "node:path";
import { expect, test } from "vitest";

import { actions, can, roles } from "./policy";

/** Written anew by `vitest run --project unit packages/core/src/roles.test.ts --update`. */
const page = join(import.meta.dirname, "../../../docs/roles.md");

test("the docs say of every role what the policy lets it do", async () => {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const lines = [
    "# What each role may do",
    "",
    "Generated from `packages/core/src/policy.ts` by `packages/core/src/roles.test.ts`; change it there. A role says what a person may do in",
    "the workspace; which documents they may do it to is told by each document's `access`.",
    "",
    row(["action", ...roles]),
    row(["---", ...roles.map(() => ":-:")]),
    ...actions.map((action) =>
      row([`\`${action}\``, ...roles.map((role) => (can(role, action) ? "yes" : ""))]),
    ),
    "",
    "`document.process` is for background functions alone, which may do everything else too.",
    "",
  ];

  await expect(lines.join("\n")).toMatchFileSnapshot(page);
});
