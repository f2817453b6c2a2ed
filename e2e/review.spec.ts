import type { Page } from "@playwright/test";

import { expect, overflow, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

/** A text that hints at no type. */
const scrap = (name: string, words: string) => ({
  name: `${name}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(`${words}\n\nSeven blue, two green.\n\nOver there, not here. ${name}.`),
});

const queue = (page: Page) => page.getByRole("complementary", { name: "Candidates" });
const title = (page: Page) => queue(page).getByRole("heading");

test("documents without a type wait in the queue and are typed, skipped and taken back by key", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(
    scrap("Scrap one", "Ola ola, wiggle."),
    scrap("Scrap two", "La la, wiggle fa."),
    scrap("Scrap three", "Fa la la la la."),
  );
  const sidebar = page.getByRole("navigation", { name: "Main" }).first();
  await expect(sidebar.getByText("3 to review")).toBeAttached({ timeout: 90_000 });
  await expect(page.getByText("Unsorted").first()).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page).toHaveURL(/\/review$/);
  await expect(page.getByText("3 documents need a type")).toBeVisible();
  const first = (await title(page).textContent()) ?? "";
  await expect(page.getByRole("region", { name: "Pages" })).toContainText("Seven blue");

  await page.keyboard.press("s");
  await expect(title(page)).not.toHaveText(first);
  await page.keyboard.press("z");
  await expect(title(page)).toHaveText(first);

  await queue(page).getByRole("button", { name: "Another type" }).click();
  await page.getByRole("menuitem", { name: "memo", exact: true }).click();
  await expect(queue(page).getByText(`${first}: memo`)).toBeVisible();
  await expect(page.getByText("2 documents need a type")).toBeVisible();
  await expect(sidebar.getByText("2 to review")).toBeAttached();

  await page.keyboard.press("z");
  await expect(page.getByText("3 documents need a type")).toBeVisible();
  await expect(title(page)).toHaveText(first);
});

test("the queue fits a phone", async ({ page, uploads }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/library");
  await uploads.pick(scrap("Scrap for a phone", "Hum hum."));
  await page.goto("/review");
  await expect(title(page)).toBeVisible({ timeout: 90_000 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
