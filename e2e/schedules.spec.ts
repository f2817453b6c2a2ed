import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, overflow, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
}

test.beforeEach(async ({ context, page }) => {
  await signIn(context.request, sampleSignIn("owner"), admin);
  await page.goto(`${admin}/schedules`);
});

const schedule = (page: Page, name: string) => page.getByRole("listitem", { name });

async function choose(page: Page, name: string, action: string) {
  await schedule(page, name).getByRole("button", { name: "more actions" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("an admin runs a schedule by hand and sees what it did", async ({ page }) => {
  const row = schedule(page, "Remove leftover uploads");
  await row.getByRole("button", { name: "Run now" }).click();

  await expect(page.getByText("Remove leftover uploads: started")).toBeVisible();
  await expect(row.getByText("Done")).toBeVisible({ timeout: 60_000 });
  await expect(
    row.getByText(/^(Removed .* of no document|There was nothing to remove)\.$/),
  ).toBeVisible();
  await expect(row.getByText("run by hand")).toBeVisible();

  await choose(page, "Remove leftover uploads", "History");
  const history = page.getByRole("dialog").getByRole("listitem");
  await expect(history.first().getByText("Done")).toBeVisible();
  await page.keyboard.press("Escape");

  await row.getByRole("link", { name: "See its steps" }).click();
  await expect(page).toHaveURL(/\/operations\/runs\//);
});

test("an admin pauses a schedule, and it is due again when it is resumed", async ({ page }) => {
  const row = schedule(page, "Empty the trash");
  await choose(page, "Empty the trash", "Pause");
  await expect(row.getByText("Not while it is paused")).toBeVisible();
  await expect(row.getByText("Paused", { exact: true })).toBeVisible();

  await choose(page, "Empty the trash", "Resume");
  await expect(row.getByText("Not while it is paused")).toBeHidden();
  await expect(row.getByText(/^in /i)).toBeVisible();
});

test("an admin changes when a schedule is due, with the keyboard alone", async ({ page }) => {
  const row = schedule(page, "Compare the index with the truth");
  await row.getByRole("button", { name: "more actions" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Change" })).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const fields = dialog.getByLabel("Minute, hour, day, month, weekday");

  await fields.fill("every night");
  await expect(dialog.getByRole("alert")).toContainText("Write five fields");
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await fields.fill("15 4 * * 1-5");
  await expect(dialog.getByText(/In words: At 04:15, Monday through Friday/)).toBeVisible();
  await dialog.getByLabel("Time zone").fill("Europe/Paris");
  await expect(dialog.getByRole("listitem")).toHaveCount(5);
  await expect(dialog.getByRole("listitem").first()).toContainText("04:15");
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Enter");

  await expect(dialog).toBeHidden();
  await expect(
    row.getByText("At 04:15, Monday through Friday, Europe/Paris", { exact: true }),
  ).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the schedules can be used by everybody, on a phone too, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.reload();
    await expect(page.getByRole("listitem")).toHaveCount(30);
    expect(await faults(page)).toEqual([]);

    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await faults(page)).toEqual([]);
  });

test("somebody who is no platform admin cannot ask for them", async ({ playwright }) => {
  const stranger = await playwright.request.newContext({ baseURL: admin });
  for (const call of ["schedules.list?input=%7B%22json%22%3A%7B%7D%7D"])
    expect((await stranger.get(`/api/trpc/${call}`)).status()).toBe(401);
  const start = await stranger.post("/api/trpc/schedules.start", {
    data: { json: { name: "empty-trash" } },
    headers: { origin: admin },
  });
  expect(start.status()).toBe(401);
  await stranger.dispose();
});
