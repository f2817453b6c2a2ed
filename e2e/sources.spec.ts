import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, overflow, test } from "./fixtures";

/** The doubles of the providers, and their world. They run beside the product (see tooling/start/journeys.mjs). */
const doubles = process.env.DOUBLES_URL ?? "http://127.0.0.1:4010";

type Made = { result: { id: string } };

/** Changes the world of the doubles, as somebody at the source would. */
async function atTheSource(page: Page, command: string, ...given: unknown[]): Promise<Made> {
  const response = await page.request.post(`${doubles}/__world`, {
    data: { do: command, with: given },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}

/** A folder in the drive of Ana at Google, with one file. Its name is new, because journeys share one world. */
async function aFolder(page: Page): Promise<{ name: string; fileId: string }> {
  const world = await (await page.request.get(`${doubles}/__world`)).json();
  const drive = world.drives.find(
    (each: { service: string; kind: string }) => each.service === "google" && each.kind === "own",
  );
  const name = `Harbour office ${Date.now().toString(36)}`;
  const folder = await atTheSource(page, "addFolder", { driveId: drive.id, name });
  const file = await atTheSource(page, "addFile", {
    driveId: drive.id,
    parentId: folder.result.id,
    name: "Minutes of the harbour office.txt",
    mediaType: "text/plain",
    content: { $text: "Minutes\n\nThe harbour office decided to repair the crane in March." },
  });
  return { name, fileId: file.result.id };
}

async function connectDrive(page: Page, decision: "Allow" | "Cancel" = "Allow"): Promise<void> {
  await page.goto("/sources/add");
  const tries = page.getByRole("button", { name: /Google Drive/ });
  await tries.filter({ hasText: "practice account" }).click();
  await page.getByRole("button", { name: decision }).click();
}

test("a drive is connected in four clicks, its documents come, follow an edit, and stay when it is disconnected", async ({
  page,
  person,
}) => {
  test.setTimeout(240_000);
  expect(person.email).toBeTruthy();
  const folder = await aFolder(page);
  await connectDrive(page);
  const ended = page.getByRole("status").filter({ hasText: "Connected as" });
  await expect(ended).toContainText("All rights that are needed were given");

  await page.getByLabel("Search folders").fill(folder.name);
  await page.getByRole("button", { name: new RegExp(`^${folder.name}`) }).click();
  await expect(page.getByText(/1 document would be fetched/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("radio", { name: "Only me" })).toBeChecked();
  const added = await new AxeBuilder({ page }).analyze();
  expect(added.violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "Start", exact: true }).click();

  const progress = page.getByRole("region", { name: "Where it is" });
  await expect(progress.getByText("1 of 1 ready")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/^1 at the source = 1 ready/)).toBeVisible();

  await page.getByRole("link", { name: "Items" }).click();
  await page.getByRole("button", { name: /Minutes of the harbour office/ }).click();
  await expect(page.getByText("What is here is what was last seen there.")).toBeVisible();
  await page.getByRole("link", { name: "Open the document" }).click();
  await expect(page.getByRole("region", { name: "Source" })).toContainText(folder.name);
  await expect(page.getByRole("link", { name: "Open original" })).toBeVisible();
  const documentUrl = page.url();

  await atTheSource(page, "editFile", folder.fileId, {
    $text: "Minutes\n\nThe harbour office decided to sell the crane in April.",
  });
  await page.goto("/sources");
  await page.getByRole("link", { name: folder.name }).click();
  await page.getByRole("button", { name: "Look now" }).click();
  await expect(async () => {
    await page.goto(documentUrl);
    await page.getByRole("tab", { name: "Versions" }).click();
    await expect(page.getByText("Version 2")).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 120_000 });

  await page.goto("/settings/connections");
  await page.getByRole("button", { name: "Disconnect" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /Keep what came/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText(/is disconnected/)).toBeVisible();
  await page.goto(documentUrl);
  await expect(page.getByRole("heading", { name: /Minutes/ }).first()).toBeVisible();
});

test("nothing is connected without consent, and narrow screens, keys and dark work", async ({
  page,
  person,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/sources");
  await expect(page.getByRole("heading", { name: "No source is connected yet" })).toBeVisible();
  await expect(page.getByText(/sets GOOGLE_CLIENT_ID/)).toBeVisible();
  await connectDrive(page, "Cancel");
  await expect(page.getByText("You did not give your consent")).toBeVisible();

  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/sources$/);
  for (const path of [
    "/sources",
    "/sources/add",
    "/sources/set-up/google",
    "/settings/connections",
  ]) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        `${path} ${colorScheme}`,
      ).toEqual([]);
    }
  }
});
