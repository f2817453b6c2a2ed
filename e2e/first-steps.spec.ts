import { expect, overflow, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

test("somebody new starts with sample documents, sees steps tick themselves, and removes the sample in one step", async ({
  page,
}) => {
  await page.goto("/");
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps.getByText("0 of 5 done")).toBeVisible();
  await page.getByRole("button", { name: "Start with sample documents" }).click();
  await expect(page.getByText("The sample documents are being read")).toBeVisible({
    timeout: 30_000,
  });
  await expect(
    page.getByRole("region", { name: "New documents" }).getByRole("link").first(),
  ).toBeVisible({ timeout: 30_000 });

  await page.goto(`/library?q=${encodeURIComponent('status:ready title:"Lease amendment"')}`);
  await page
    .getByRole("link", { name: "Lease amendment No 1" })
    .first()
    .click({ timeout: 120_000 });
  const noted = page.waitForResponse(/onboarding\.note/);
  await page.getByRole("tabpanel").getByRole("button", { name: /p 1$/ }).first().click();
  await expect(page).toHaveURL(/span=/);
  await noted;

  await page.goto("/");
  await expect(steps.getByText("1 of 5 done")).toBeVisible({ timeout: 20_000 });

  await page.goto("/projects");
  await page.getByRole("link", { name: /Sample: Office move/ }).click();
  await page.getByRole("button", { name: "Remove sample" }).click();
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(page.getByText(/^\d+ sample documents are removed$/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole("heading", { name: "Bring in your first documents" })).toBeVisible();
  await page.goto("/projects");
  await expect(page.getByText("Sample: Office move")).toHaveCount(0);
});

test("first steps are skipped for good and come back from the menu", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  const steps = page.getByRole("region", { name: "First steps" });
  await expect(steps).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await steps.getByRole("button", { name: "Skip" }).click();
  await expect(steps).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(steps).toHaveCount(0);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Workspace" }).click();
  await page.getByRole("menuitem", { name: "First steps" }).click();
  await expect(steps).toBeVisible();
});

test("without the network a page of our own stands in, and what was typed is there again", async ({
  page,
  context,
}) => {
  await page.goto("/ask");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const box = page.getByRole("textbox", { name: /Ask/ });
  await box.fill("When does the lease end, and who may end it?");
  await context.setOffline(true);
  await page.reload().catch(() => undefined);
  await expect(page.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await context.setOffline(false);
  await expect(box).toHaveValue("When does the lease end, and who may end it?", {
    timeout: 30_000,
  });
});
