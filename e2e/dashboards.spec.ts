import type { Page } from "@playwright/test";

import { expect, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test.beforeEach(({ context }) => signIn(context.request, sampleSignIn("owner"), admin));

const tileOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("an admin opens a dashboard, filters all of it by one bar, and reaches a document", async ({
  page,
}) => {
  await page.goto(`${admin}/dashboards`);
  await page.getByRole("link", { name: "Volume and funnel" }).click();
  await page.getByRole("radio", { name: "90 d" }).click();
  const formats = tileOf(page, "Documents by format");
  await formats.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Show as table" }).click();
  const row = formats.getByRole("row").nth(1);
  const counted = (await row.getByRole("link").textContent()) ?? "";
  await row.getByRole("button").click();

  await expect(page).toHaveURL(/f=format/);
  const chip = page.getByRole("button", { name: /^Remove the filter Format/ });
  await expect(chip).toBeVisible();
  const received = tileOf(page, "Documents received");
  await expect(received.getByRole("link", { name: /show the rows/ })).toHaveText(counted);

  await received.getByRole("link", { name: /show the rows/ }).click();
  await expect(page.getByText(new RegExp(`^${counted} rows?$`))).toBeVisible();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/documents\/doc_/);

  await page.goBack();
  await page.getByRole("link", { name: "Back to the dashboard" }).click();
  await expect(chip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chip).toBeHidden();
});

test("an own dashboard is arranged by keys, kept with its versions, and loses nobody's work", async ({
  page,
  browser,
}) => {
  await page.goto(`${admin}/dashboards/overview`);
  await page.getByRole("button", { name: "Duplicate" }).click();
  const title = page.getByLabel("Title", { exact: true });
  const name = `Mornings ${Date.now().toString(36)}`;
  await title.fill(name);
  const handle = page.getByRole("button", { name: "Arrange Documents received" });
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/^Documents received: row 1, column/)).toBeAttached();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText(/^Documents received: row 1, column \d+, 4 wide/)).toBeAttached();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Change" }).click();
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Description").fill("Of mine");
  await other.getByLabel("Title", { exact: true }).fill(`${name} of theirs`);
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("heading", { level: 1, name: `${name} of theirs` })).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else was quicker" });
  await expect(dialog.getByText("the title")).toBeVisible();
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${name} of theirs` })).toBeVisible();
  await expect(page.getByText("Of mine")).toBeVisible();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Share" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = (await page.getByText(/\/link\/[\w-]{32}$/).textContent()) ?? "";
  const reader = await browser.newContext();
  const linked = await reader.newPage();
  await linked.goto(address);
  await expect(linked.getByRole("heading", { level: 1, name: `${name} of theirs` })).toBeVisible();
  await reader.close();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await expect(page.getByText("The dashboard was removed")).toBeVisible();
});
