import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, overflow, sampleSignIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

async function enterAdmin(page: Page) {
  const { email, password } = sampleSignIn("owner");
  await page.goto(`${admin}/operations`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Operations" })).toBeVisible({ timeout: 30_000 });
}

async function isUsable(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}

/** The sample's encrypted PDF fails as soon as it has been its turn. */
async function openFailedRun(page: Page) {
  await page.goto(`${admin}/operations/runs?state=failed&function=besunny-process-document`);
  await page
    .getByRole("row", { name: /protected by a password/ })
    .getByRole("link", { name: /process-document/ })
    .first()
    .click({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
}

test("a platform admin sees what waits, who works, and holds a function back", async ({ page }) => {
  await enterAdmin(page);
  await expect(page.getByRole("table", { name: "Workers" })).toBeVisible();
  await expect(page.getByText("live, every 2 s")).toBeVisible();
  await isUsable(page);

  await page.getByRole("button", { name: "Pause remove-leftovers" }).click();
  await page.getByRole("button", { name: "Resume remove-leftovers" }).click();
  await expect(page.getByRole("button", { name: "Pause remove-leftovers" })).toBeVisible();
});

test("a platform admin finds a failed run, reads why, replays it and sees what came of it", async ({
  page,
}) => {
  await enterAdmin(page);
  await openFailedRun(page);
  await expect(page.getByText(/protected by a password/).first()).toBeVisible();
  await expect(page.getByText("Personal data is masked")).toBeVisible();
  await isUsable(page);

  // Another try at the step would fail again: the file waits for its password.
  await expect(page.getByRole("button", { name: "Retry from the failed step" })).toHaveCount(0);
  await page.getByRole("button", { name: "Replay from the start" }).click();
  await page.getByRole("button", { name: "Watch" }).click();
  await expect(page.getByRole("heading", { name: "Replay 1 run" })).toBeVisible();
  await expect(page.getByText("Finished")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("1 of 1")).toBeVisible();
  await isUsable(page);

  await page.getByRole("link", { name: "Bulk operations" }).click();
  await expect(page.getByRole("link", { name: "Replay 1 run" }).first()).toBeVisible();
});

test("what another try cannot help says what would, and many are retried after being told how many", async ({
  page,
}) => {
  await enterAdmin(page);
  await openFailedRun(page);
  await page.goto(`${admin}/operations/runs?view=failures`);
  await isUsable(page);
  const locked = page.getByRole("row", { name: /protected by a password/ });
  await expect(locked).toContainText("Needs its password");
  await expect(locked.getByRole("button", { name: /^Retry/ })).toHaveCount(0);

  await page.goto(`${admin}/operations/runs?state=failed`);
  await page
    .getByRole("checkbox", { name: /^Select run/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Retry", exact: true }).click();

  const question = page.getByRole("dialog", { name: /^Retry \d+ runs?\?$/ });
  await expect(question.getByText(/go on from the step that failed/)).toBeVisible();
  await question.getByRole("button", { name: /^Retry \d+ run/ }).click();
  await expect(page.getByText("Finished")).toBeVisible({ timeout: 30_000 });
});

test("runs are chosen by key and on a narrow screen", async ({ page }) => {
  await enterAdmin(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${admin}/operations/runs`);
  await page
    .getByRole("checkbox", { name: /^Select run/ })
    .first()
    .focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("1 run selected")).toBeVisible();
  await isUsable(page);
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(page.getByText("All that match")).toBeVisible();
});
