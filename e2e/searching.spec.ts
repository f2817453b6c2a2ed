import type { Page } from "@playwright/test";

import { expect, sample, test } from "./fixtures";

const plan = "Project plan, the move";
const tickets = "Support tickets Q1 2026";
const link = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name }).first();
const box = (page: Page) => page.getByRole("main").getByRole("combobox").first();

test.beforeEach(async ({ page, person, uploads }) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample(`${plan}.md`), sample(`${tickets}.csv`));
  await uploads.ready(plan);
  await uploads.ready(tickets);
});

test("conditions are written with suggestions, by keys alone, and taken away by a click", async ({
  page,
}) => {
  await page.goto("/library");
  await box(page).focus();
  await page.keyboard.type("titl");
  await expect(page.getByRole("option", { name: /^title:/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("title:");
  await page.keyboard.type("move");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=title/);
  await expect(link(page, plan)).toBeVisible();
  await expect(link(page, tickets)).toHaveCount(0);

  await page.getByRole("button", { name: "Take away: Title: move" }).click();
  await expect(link(page, tickets)).toBeVisible();
});

test("a facet narrows the list by as many documents as it says", async ({ page }) => {
  await page.goto("/library");
  const ready = page.getByRole("group", { name: "Status" }).getByRole("button", { name: /^Ready/ });
  const count = Number((await ready.textContent())?.match(/\d+$/)?.[0]);
  await ready.click();
  await expect(ready).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText(`${count} document`, { exact: false }).first()).toBeVisible();
});

test("what is not understood is named with what was meant", async ({ page }) => {
  await page.goto("/library?q=titel:move");
  await page.getByRole("button", { name: "Did you mean title:move?" }).click();
  await expect(link(page, plan)).toBeVisible();
  await expect(link(page, tickets)).toHaveCount(0);
});

test("a search takes conditions beside words", async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent("budget title:plan")}`);
  const results = page.getByRole("list", { name: "Results" });
  await expect(results.getByRole("link", { name: plan }).first()).toBeVisible({ timeout: 30_000 });
  await expect(results.getByRole("link", { name: tickets })).toHaveCount(0);
});

test("a view is saved, pinned, and tells of new documents until they are seen", async ({
  page,
  uploads,
}) => {
  await page.goto("/library?q=plan");
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Plans");
  await dialog.getByRole("checkbox", { name: "Tell me about new documents" }).check();
  await dialog.getByRole("button", { name: "Save view" }).click();
  const pinned = page
    .getByRole("navigation", { name: "Views" })
    .getByRole("link", { name: /Plans/ });
  await expect(pinned).toBeVisible();

  const buffer = Buffer.from("The plan of the second move: pack, carry, unpack, and rest.");
  await uploads.pick({ name: "Second plan.txt", mimeType: "text/plain", buffer });
  await expect(pinned).toHaveAccessibleName(/1 new/, { timeout: 60_000 });
  await pinned.click();
  await expect(page.getByRole("status").getByText("1 new document")).toBeVisible();
  await page.getByRole("button", { name: "Mark as seen" }).click();
  await expect(pinned).toHaveAccessibleName("Plans");

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Remove the view" }).click();
  await expect(pinned).toHaveCount(0);
});
