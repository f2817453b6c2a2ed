import { expect, sampleSignIn, signIn, test } from "./fixtures";
import { expectUsable, inParts } from "./walk";

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
  "/audit?of=all",
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

test.beforeEach(({ context }) => signIn(context.request, sampleSignIn("owner"), admin));

for (const [at, part] of inParts(screens, 3).entries())
  test(`everybody can use every screen of the admin app, part ${at + 1}`, async ({ page }) => {
    test.slow();
    for (const screen of part) await expectUsable(page, `${admin}${screen}`);
  });

test("every screen leads anywhere by keys, and tells them", async ({ page }) => {
  for (const screen of ["/", "/flags", "/system"]) {
    await page.goto(`${admin}${screen}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find by id, email, name or trace").fill("System");
    await page.getByRole("option", { name: /^System/ }).click();
    await expect(page).toHaveURL(`${admin}/system`);
  }
});
