import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import { expect, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test.beforeEach(({ context }) => signIn(context.request, sampleSignIn("owner"), admin));

test("an admin makes a report, sees its first page, has it made now and downloads it", async ({
  page,
}) => {
  test.slow();
  const title = `Documents of the month ${randomUUID().slice(0, 6)}`;
  await page.goto(`${admin}/reports`);
  await page.getByRole("link", { name: "New report" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New report" })).toBeVisible();

  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByRole("radio", { name: "CSV" }).click();
  await page.getByRole("combobox", { name: "Range" }).click();
  await page.getByRole("option", { name: "the last 30 days" }).click();
  await page.getByRole("checkbox").nth(1).click();
  await expect(
    page.getByText("The next five times").locator("..").getByRole("listitem"),
  ).toHaveCount(5);
  await page.getByRole("button", { name: "Draw again" }).click();
  await expect(page.getByRole("img", { name: `The first page of ${title}` })).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("button", { name: "Save" }).click();

  const row = page.getByRole("listitem", { name: title });
  await expect(row.getByText("Not made yet")).toBeVisible();
  await row.getByRole("button", { name: "Send now" }).click();
  await expect(row.getByRole("button", { name: "Download" })).toBeVisible({ timeout: 90_000 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^documents-of-the-month-.*\.csv$/);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv).toContain("Documents received");
  expect(csv).toContain("Europe/Berlin");

  await row.getByRole("button", { name: "more actions" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(row).toBeHidden();
});
