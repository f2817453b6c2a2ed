import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, overflow, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";
const screens = [
  "/",
  "/?days=1",
  "/dashboards",
  "/dashboards/overview",
  "/dashboards/volume?f=type:invoice",
  "/figures",
  "/figures/rows?metric=documents.received&from=2026-01-01T00:00:00.000Z&to=2099-01-01T00:00:00.000Z",
  "/documents",
  "/documents/stages?stage=read",
  "/operations",
  "/operations/runs",
  "/operations/bulk",
  "/workspaces",
  "/people",
  "/search",
  "/reports",
  "/reports/new",
  "/forecasts",
  "/schedules",
  "/audit",
  "/flags",
  "/system",
  "/system?part=disk",
  "/system?part=settings",
  "/system?part=releases",
  "/system?part=isolation",
  "/system?part=encryption",
  "/billing",
  "/connectors",
  "/security",
  "/models",
  "/models/labels",
  "/models/data-quality",
  "/models/drift",
  "/models/cost",
  "/kit",
];

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
}

async function open(page: Page, screen: string) {
  await page.goto(`${admin}${screen}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // Screens that refresh themselves are never quiet for long.
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
}

test.beforeEach(({ context }) => signIn(context.request, sampleSignIn("owner"), admin));

for (const colorScheme of ["light", "dark"] as const)
  test(`every screen of the admin app can be used by everybody, ${colorScheme}`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const screen of screens) {
      await open(page, screen);
      expect(await faults(page), screen).toEqual([]);
    }
  });

for (const [name, viewport] of [
  ["on a phone", { width: 360, height: 740 }],
  ["at 200 %", { width: 640, height: 400 }],
] as const)
  test(`no screen of the admin app scrolls sideways ${name}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    for (const screen of screens) {
      await open(page, screen);
      expect(await overflow(page), screen).toBeLessThanOrEqual(0);
    }
  });

test("every screen leads anywhere by keys, and tells them", async ({ page }) => {
  for (const screen of ["/", "/flags", "/system"]) {
    await open(page, screen);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find by id, email, name or trace").fill("System");
    await page.getByRole("option", { name: /^System/ }).click();
    await expect(page).toHaveURL(`${admin}/system`);
  }
});
