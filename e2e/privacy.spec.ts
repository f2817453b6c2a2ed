import { readFileSync } from "node:fs";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, sample, test } from "./fixtures";

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
}

/** An archive holds the names of its files as they are. */
const namesIn = (archive: string) => readFileSync(archive, "latin1");

test("an owner records what a person asks, and hands over their data with the originals", async ({
  page,
  person,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");
  await page.goto("/settings/privacy");
  await page.getByRole("button", { name: "Record a request" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Member" }).click();
  await page.getByRole("option", { name: person.name }).click();
  await dialog.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("list", { name: "Requests" }).getByRole("link", { name: "Access" }).click();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download their data" }).click(),
  ]);
  const names = namesIn(await download.path());
  expect(names).toContain("index.html");
  expect(names).toMatch(/originals\/doc_\w+\/Project plan_ the move\.md/);
  await page.getByRole("button", { name: "Mark as done" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("It was handed over.");
  await page.getByRole("dialog").getByRole("button", { name: "Mark as done" }).click();
  await expect(page.getByText("The name was forgotten when the request ended.")).toBeVisible();
});

test("an owner sees what a rule of retention would do, and then saves it", async ({
  page,
  person: _,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");
  await page.goto("/settings/privacy?tab=retention");
  await page.getByRole("button", { name: "Make a rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("All papers");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByLabel("Keep for").fill("1");
  await dialog.getByRole("combobox", { name: "Unit" }).click();
  await page.getByRole("option", { name: "days" }).click();
  await dialog.getByRole("combobox", { name: "Counted" }).click();
  await page.getByRole("option", { name: "after it was added" }).click();
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByRole("list", { name: "Documents that go" })).toContainText(
    "Project plan, the move",
  );
  await expect(dialog).toContainText("1 goes to the trash in a week.");
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("list", { name: "Rules of retention" })).toContainText("All papers");
  expect(await violations(page)).toEqual([]);
});
