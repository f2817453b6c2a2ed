import type { Page } from "@playwright/test";

import { expect, overflow, sampleSignIn, signIn, test } from "./fixtures";

const keysOf = (page: Page) => page.getByRole("list", { name: "Your keys" });

test("a person makes a key that only reads, a program uses it, and it stops when it is revoked", async ({
  page,
  person,
  request,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/settings?tab=keys");
  await page.getByLabel("What it is for").fill("Nightly report");
  await page.getByRole("checkbox", { name: "Add and change" }).click();
  await page.getByRole("button", { name: "Make key" }).click();
  const shown = page.getByRole("textbox", { name: /shown only this once/ });
  const headers = { authorization: `Bearer ${await shown.inputValue()}` };

  const row = keysOf(page).getByRole("listitem").filter({ hasText: "Nightly report" });
  await expect(row).toContainText("never used");
  expect((await request.get("/api/v1/documents", { headers })).status()).toBe(200);
  const refused = await request.post("/api/v1/projects", { headers, data: { name: "No" } });
  expect(refused.status()).toBe(403);

  await row.getByRole("button", { name: "Revoke Nightly report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  await expect(
    page.getByRole("list", { name: "Everybody’s keys" }).getByText("revoked").first(),
  ).toBeVisible();
  expect((await request.get("/api/v1/documents", { headers })).status()).toBe(401);
});

test("the keys of the settings fit a phone", async ({ page, context }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(context.request, sampleSignIn("owner"));
  await page.goto("/settings?tab=keys");
  await page
    .getByLabel("What it is for")
    .fill("A name that is as long as a name may be and longer");
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(keysOf(page).getByRole("listitem").first()).toBeVisible();

  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
