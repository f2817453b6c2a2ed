import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, sample, test } from "./fixtures";

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
}

/** A device in the browser that makes passkeys and says that its owner touched it. */
async function aDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

test("a person adds a passkey and signs in with it alone", async ({ page, person }) => {
  await aDevice(page);
  await page.goto("/settings/security");
  await page.getByLabel("Name of the passkey").fill("This computer");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("list", { name: "Passkeys" })).toContainText("This computer");
  await expect(page.getByText("Keep these codes")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Done" }).click();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  await page.goto("/settings/security");
  await expect(page.getByText(person.email)).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("This account asks for a second factor.")).toBeVisible();
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
});

test("an owner rotates the key of the workspace, and the log says so", async ({
  page,
  person,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");

  await page.goto("/settings/encryption");
  await page.getByRole("button", { name: "Rotate the key" }).click();
  const versions = page.getByRole("table", { name: "Key" });
  await expect(versions.getByRole("row").filter({ hasText: "Active" })).toContainText("2");
  await expect(versions.getByRole("row").filter({ hasText: "Retired" })).toContainText("1");
  await expect(page.getByText("Version 1 was retired")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.goto("/library");
  await page.getByRole("link", { name: "Project plan, the move" }).first().click();
  await expect(page.getByRole("heading", { name: "Project plan, the move" }).first()).toBeVisible();
  await page.goto("/settings/audit");
  await expect(page.getByRole("row").filter({ hasText: "Rotate" }).first()).toContainText(
    person.name,
  );
});

test("a line of the month's usage opens the documents that it counts", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.workspace).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");

  await page.goto("/settings/usage");
  await page
    .getByRole("button", { name: /Pages read/ })
    .first()
    .click();
  const rows = page.getByRole("region", { name: "Rows: Pages read" });
  await expect(rows.getByRole("link", { name: "Project plan, the move" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await rows.getByRole("link", { name: "Project plan, the move" }).click();
  await expect(page).toHaveURL(/\/documents\/doc_/);
});
