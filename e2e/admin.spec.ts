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
  await page.getByRole("button", { name: "Sign in" }).click();
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
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/no platform admin/)).toBeVisible();
});

test("a platform admin who forgot the password finds the way back in", async ({ page }) => {
  await page.goto(admin);
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page).toHaveURL(`${admin}/forgot-password`);
  await expect(page.getByText("pnpm besunny reset-password")).toBeVisible();
  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("every component of the kit is usable by everybody", async ({ page }) => {
  const { email, password } = sampleSignIn("owner");
  await page.goto(admin);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await page.goto(`${admin}/kit`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([]);
});
