import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

async function say(page: Page, words: string, label: string): Promise<void> {
  const line = page.getByRole("combobox", { name: "Search, ask, go anywhere" });
  // A screen that has just come hears no keys yet.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(line).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await line.fill(words);
  await page.getByRole("option", { name: label, exact: true }).click();
}

test("the command menu changes the look, begins a project and acts on the open document", async ({
  page,
  uploads,
}) => {
  await page.goto("/");
  await say(page, "dark", "Appearance: dark");
  await expect(page.locator("html")).toHaveClass(/dark/);

  await say(page, "new project", "New project");
  await page.getByRole("dialog").getByLabel("Name").fill("Boats");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Boats" })).toBeVisible();

  await page.goto("/library");
  await uploads.pick({
    name: "Mooring.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("The boat lies at quay four until the spring."),
  });
  await page.getByRole("link", { name: "Mooring" }).first().click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/documents\/doc_/);
  await say(page, "boats", "Add to Boats");
  await expect(page.getByText("1 document added to Boats")).toBeVisible();
  await say(page, "trash", "Move to trash");
  await expect(page).toHaveURL(/\/library/);

  await say(page, "sign out", "Sign out");
  await expect(page).toHaveURL(/\/sign-in/);
});
