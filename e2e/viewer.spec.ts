import type { Page } from "@playwright/test";

import { expect, sample, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

const menu = (page: Page) => page.getByRole("menu");

test("keys correct the type, lead back to the list, and leave the address alone", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan");
  const list = page.url();
  await page
    .getByRole("link", { name: /Project plan/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Type" })).toBeVisible();
  await expect(page).toHaveTitle(/^Project plan/);
  const address = page.url();

  await page.keyboard.press("c");
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  expect(page.url()).toBe(address);

  await page.keyboard.press("b");
  const query = (address: string) => new URL(address).searchParams.get("q");
  await expect.poll(() => query(page.url())).toBe(query(list));
});

test("words are found in the document, one place after another", async ({ page, uploads }) => {
  await page.goto("/library");
  await uploads.pick(sample("Lease Karl-Heine-Straße 85.pdf"));
  await uploads.ready("Lease");
  await page.getByRole("link", { name: /Lease/ }).first().click();
  await expect(
    page.getByRole("img", { name: /^Page 1/ }).or(page.locator("canvas").first()),
  ).toBeVisible({ timeout: 30_000 });

  await page.keyboard.press("ControlOrMeta+f");
  const field = page.getByRole("searchbox", { name: "Find in this document" });
  await field.fill("rent");
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(page.getByTestId("marks").first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await field.fill("no such words");
  await expect(page.getByText("Not found")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);

  await page.getByRole("textbox", { name: "Go to page" }).fill("2");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/page=2/);
});

test("a fact that a person edits stays when the document is read again, and can be taken back", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Invoice Umzug Krüger 2026-0217.pdf"));
  await uploads.ready("Invoice Umzug");
  await page
    .getByRole("link", { name: /Invoice Umzug/ })
    .first()
    .click();

  await page.getByRole("button", { name: "Edit Invoice number" }).click();
  const field = page.getByRole("textbox", { name: "Invoice number" });
  await field.fill("2026-0217-B");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "About this document" });
  await expect(panel.getByText("2026-0217-B")).toBeVisible();
  await expect(panel.getByText("Set by Ada Lovelace")).toBeAttached();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Read it again" }).click();
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(
    panel.getByText(/Ada Lovelace changed invoice number from 2026-0217 to 2026-0217-B/),
  ).toBeVisible();
  await expect(panel.getByText("Indexed: it can be found and cited")).toHaveCount(2, {
    timeout: 60_000,
  });
  await page.getByRole("tab", { name: "Facts" }).click();
  await expect(panel.getByText("2026-0217-B")).toBeVisible();

  await page.getByRole("button", { name: "More for Invoice number" }).click();
  await page.getByRole("menuitem", { name: "Take back" }).click();
  await expect(panel.getByText("2026-0217-B")).toHaveCount(0);
});

test("tables can be downloaded, and who sees the document is said with the reason", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Move budget.xlsx"));
  await uploads.ready("Move budget");
  await page
    .getByRole("link", { name: /Move budget/ })
    .first()
    .click();
  await expect(page.locator('th[data-axis="A"]').first()).toBeVisible({ timeout: 30_000 });

  await page.getByRole("tab", { name: "Tables" }).click();
  const download = page.waitForEvent("download");
  await page
    .getByRole("link", { name: /as CSV$/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/Move budget.*\.csv$/);

  await page.getByRole("tab", { name: "Access" }).click();
  const panel = page.getByRole("complementary", { name: "About this document" });
  await expect(panel.getByText("Everybody in this workspace sees this document.")).toBeVisible();
  await expect(panel.getByText(/Added it/)).toBeVisible();
});
