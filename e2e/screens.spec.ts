import { expect, sampleSignIn, signIn, test } from "./fixtures";
import { expectUsable, inParts } from "./walk";

test.describe.configure({ mode: "parallel" });

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
  "/settings/privacy?tab=retention",
  "/settings/webhooks",
  "/settings/encryption",
  "/settings/audit",
  "/settings/slack",
  "/settings/meetings",
  "/settings/connections",
  "/sources",
  "/meetings",
  "/actions",
];

for (const [at, part] of inParts(screens, 3).entries())
  test(`everybody can use every screen of the sample workspace, part ${at + 1}`, async ({
    page,
    context,
  }) => {
    test.slow();
    if (at === 0) await expectUsable(page, "/sign-in");
    await signIn(context.request, sampleSignIn("owner"));
    for (const screen of part) await expectUsable(page, screen);
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
