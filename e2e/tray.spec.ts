import type { Page } from "@playwright/test";

import { expect, sample, test } from "./fixtures";

const tray = (page: Page) => page.getByRole("region", { name: "Uploads" });
const note = (n: number, words = "") => ({
  name: `note-${n}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(`Note ${n}. ${words}The keys of room ${n} lie at the front desk.`),
});

test("the tray counts once, and folds away by itself when all went well", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(note(1), note(2), note(3));
  await expect(tray(page).getByRole("progressbar")).toHaveCount(1);

  const pill = tray(page).getByRole("button", { name: "3 files" });
  await expect(pill).toBeVisible({ timeout: 90_000 });
  await expect(tray(page).getByText("note-1.txt")).toHaveCount(0);
  await pill.click();
  await expect(tray(page).getByText("note-1.txt")).toBeVisible();
});

test("a reload in the middle sends and counts no file twice, and duplicates keep their own names", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  const notes = Array.from({ length: 12 }, (_, n) => note(n, "A walk in the park. ".repeat(200)));
  await uploads.pick(...notes, {
    ...note(3, "A walk in the park. ".repeat(200)),
    name: "copy.txt",
  });
  const batch = tray(page).getByRole("link", { name: /^Upload of 13 files/ });
  await expect(batch).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(tray(page).getByText(/of 13 done/)).toBeVisible({ timeout: 30_000 });

  // A second page may come before the browser has freed what the first one held.
  await page.goto("/batches");
  await page
    .getByRole("link", { name: /^Upload of 13 files/ })
    .first()
    .click();
  const list = page.getByRole("list", { name: "Documents of the batch" });
  await expect(list.getByRole("listitem")).toHaveCount(13, { timeout: 60_000 });
  await expect(list.getByText("Already here")).toHaveCount(1);
  await expect(list).toContainText("copy");
});

test("a protected file takes its password in the tray", async ({ page, person, uploads }) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Salaries 2026.pdf"));
  await tray(page).getByRole("button", { name: "Give password" }).click({ timeout: 90_000 });
  await expect(tray(page).getByRole("button", { name: "Retry" })).toHaveCount(0);
  await tray(page).getByLabel("Password of the file").fill("not-in-this-workspace");
  await page.keyboard.press("Enter");
  await expect(tray(page).getByText("1 file", { exact: true })).toBeVisible({ timeout: 60_000 });
});

test("without network the app and what was typed stay, and uploads go on when it is back", async ({
  page,
  context,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/ask");
  const question = page.getByRole("textbox", { name: "Ask a question" });
  await question.fill("When are the keys");
  await context.setOffline(true);
  await expect(page.getByText(/^You are offline/)).toBeVisible();

  await uploads.pick(note(1));
  await page.getByRole("link", { name: "Library" }).first().click();
  await expect(page.getByText(/What you typed stays/).first()).toBeVisible();
  await expect(question).toHaveValue("When are the keys");
  await expect(tray(page).getByText("waiting for the network")).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText(/^You are offline/)).toHaveCount(0);
  await expect(tray(page).getByText("1 file", { exact: true })).toBeVisible({ timeout: 90_000 });
  await page.getByRole("link", { name: "Library" }).first().click();
  await expect(page.getByRole("link", { name: "note-1" }).first()).toBeVisible({ timeout: 30_000 });
});
