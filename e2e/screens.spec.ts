import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, overflow, sampleSignIn, signIn, test } from "./fixtures";

const screens = [
  "/",
  "/library",
  "/search?q=lease",
  "/ask",
  "/review",
  "/projects",
  "/entities",
  "/batches",
  "/analytics",
  "/dashboards",
  "/dashboards/overview",
  "/automations",
  "/automations/new?from=invoice",
  "/trash",
  "/settings",
  "/settings/learning",
  "/settings/releases",
  "/settings/spending",
  "/settings/reports",
  "/settings/outgoing",
  "/settings/data-quality",
  "/settings/security",
  "/settings/sign-in",
  "/settings/usage",
  "/settings/privacy",
  "/settings/encryption",
  "/settings/audit",
  "/settings/meetings",
  "/settings/connections",
  "/sources",
  "/meetings",
  "/actions",
];

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
}

for (const colorScheme of ["light", "dark"] as const)
  test(`every screen of the sample workspace can be used by everybody, ${colorScheme}`, async ({
    page,
    context,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/sign-in");
    expect(await faults(page)).toEqual([]);
    await signIn(context.request, sampleSignIn("owner"));
    for (const screen of screens) {
      await page.goto(screen);
      await page.waitForLoadState("networkidle").catch(() => undefined);
      expect(await faults(page), screen).toEqual([]);
    }
  });

test("no screen scrolls sideways on a phone", async ({ page, context }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(context.request, sampleSignIn("owner"));
  for (const screen of screens) {
    await page.goto(screen);
    await page.waitForLoadState("networkidle").catch(() => undefined);
    expect(await overflow(page), screen).toBeLessThanOrEqual(0);
  }
});

test("a person without a mouse gets from signing in to a marked place", async ({ page }) => {
  const { email, password } = sampleSignIn("owner");
  await page.goto("/sign-in");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible({
    timeout: 30_000,
  });

  await page.keyboard.press("Control+k");
  await page.keyboard.type("notice period of the lease");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("list", { name: "Results" }).getByRole("listitem").first(),
  ).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole("list", { name: "Results" }).getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/documents\/doc_/);
});
