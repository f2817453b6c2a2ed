import AxeBuilder from "@axe-core/playwright";

import { aPersonSignedIn, expect, sampleSignIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test("a platform admin sees how documents went and reaches the rows behind a tile", async ({
  page,
}) => {
  const { email, password } = sampleSignIn("owner");
  await page.goto(admin);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 30_000 });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  // The sample's encrypted PDF fails as soon as it has been its turn.
  await expect(async () => {
    await page.goto(admin);
    await page
      .getByRole("link", { name: /failed/i })
      .first()
      .click();
    await expect(page.getByRole("row").nth(1)).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
});

test("somebody who is no platform admin does not get in", async ({ page, context }) => {
  const person = await aPersonSignedIn(context);
  await page.goto(admin);
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(/no platform admin/)).toBeVisible();
});

test("a platform admin who forgot the password finds the way back in", async ({ page }) => {
  await page.goto(admin);
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page).toHaveURL(`${admin}/forgot-password`);
  await expect(page.getByText("pnpm besunny reset-password")).toBeVisible();
  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
});

test("every component of the kit is usable by everybody", async ({ page }) => {
  const { email, password } = sampleSignIn("owner");
  await page.goto(admin);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto(`${admin}/kit`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([]);
});

test("a platform admin walks from a failed document to its runs, and back to it by its id", async ({
  page,
}) => {
  const { email, password } = sampleSignIn("owner");
  await page.goto(admin);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 30_000 });

  await expect(async () => {
    await page.goto(`${admin}/documents?status=failed`);
    await page
      .getByRole("link", { name: /^Open document/ })
      .first()
      .click({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  const id = (await page.getByRole("heading", { level: 2 }).textContent()) ?? "";
  expect(id).toMatch(/^doc_/);
  await expect(page.getByRole("region", { name: "Storage" })).toContainText("In the storage");
  await page
    .getByRole("region", { name: "Background runs" })
    .getByRole("link", { name: "process-document" })
    .first()
    .click();
  await expect(page).toHaveURL(/\/operations\/runs\//);
  await page.getByRole("link", { name: id }).click();
  await expect(page.getByRole("heading", { name: id })).toBeVisible();

  await page.goto(admin);
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find by id, email, name or trace").fill(id);
  await page.getByRole("option", { name: new RegExp(id) }).click();
  await expect(page).toHaveURL(`${admin}/documents/${id}`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule }) => rule)).toEqual([]);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("a suspended workspace tells its people so, and opens again", async ({ page, browser }) => {
  const context = await browser.newContext();
  const person = await aPersonSignedIn(context);
  const theirs = await context.newPage();
  const { email, password } = sampleSignIn("owner");
  await page.goto(admin);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible({ timeout: 30_000 });

  await page.goto(`${admin}/people?q=${encodeURIComponent(person.email)}`);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await page.getByRole("region", { name: "Workspaces" }).getByRole("link").first().click();
  // The page of the person has a button of this name too.
  await page.waitForURL(/\/workspaces\/ws_/);
  await page.getByRole("button", { name: "Suspend" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await theirs.goto("/");
  await expect(theirs.getByRole("heading", { name: /is suspended/ })).toBeVisible();

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();
  await theirs.goto("/");
  await expect(theirs.getByRole("heading", { name: /is suspended/ })).toHaveCount(0);
  await context.close();
});
