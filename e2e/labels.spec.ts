import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

/** A slip of the same form each time, with other names and numbers. */
const slip = (name: string, customer: string, number: number) => ({
  name: `${name}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(
    [
      "Harbour Chandlery, Quay 4",
      `Slip ${number}`,
      `Brought to ${customer} by boat and signed for on the pontoon.`,
      "Rope, shackles and two fenders were counted and found complete.",
      `Berth ${number % 90}, tide ${number % 7}.${number % 10} m. Nothing is to be paid with this slip.`,
    ].join("\n\n"),
  ),
});

async function open(page: Page, title: string): Promise<void> {
  await page.goto(`/library?q=${encodeURIComponent(`status:ready,needs_review title:"${title}"`)}`);
  await page.getByRole("link", { name: title }).first().click({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: "Type" })).toBeVisible();
}

async function correct(page: Page, type: string): Promise<void> {
  await page.getByRole("region", { name: "Type" }).getByRole("button", { name: "Correct" }).click();
  await page.getByRole("menuitem", { name: type, exact: true }).click();
  await expect(page.getByText("Set by a person")).toBeVisible();
}

test("a corrected type is followed by the next document like it, and confirmed with one key", async ({
  page,
  uploads,
}) => {
  await page.goto("/settings?tab=types");
  await page.getByRole("button", { name: "Add a type" }).click();
  await page.getByLabel("Name", { exact: true }).fill("pontoon slip");
  await page.getByLabel("Definition").fill("Says what was brought to a boat and counted there.");
  await page.getByRole("dialog").getByRole("button", { name: "Add a type" }).click();
  await expect(page.getByRole("button", { name: "Edit pontoon slip" })).toBeVisible();

  await page.goto("/library");
  await uploads.pick(slip("Slip for the Otter", "the Otter Club", 41_207));
  await open(page, "Slip for the Otter");
  await correct(page, "pontoon slip");

  await page.goto("/library");
  await uploads.pick(slip("Slip for the Heron", "Ms Abel of the Heron", 52_918));
  await open(page, "Slip for the Heron");
  const type = page.getByRole("region", { name: "Type" });
  await expect(type.getByText("pontoon slip").first()).toBeVisible({ timeout: 60_000 });
  await expect(type.getByText(/^Like .*, which Ada Lovelace filed as pontoon slip$/)).toBeVisible();

  await page.keyboard.press("y");
  await expect(type.getByText("Set by a person")).toBeVisible();
  await page.goto("/settings?tab=types");
  await expect(page.getByText("2 documents")).toBeVisible();
});

test("a correction that is taken back is followed by nothing", async ({ page, uploads }) => {
  await page.goto("/library");
  await uploads.pick(slip("Slip for the Tern", "the Tern", 61_004));
  await open(page, "Slip for the Tern");
  await correct(page, "presentation");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Set by a person")).toHaveCount(0);

  await page.goto("/library");
  await uploads.pick(slip("Slip for the Gull", "the Gull", 70_311));
  await open(page, "Slip for the Gull");
  const type = page.getByRole("region", { name: "Type" });
  await expect(type.getByText(/^Like /)).toHaveCount(0);
  await expect(type.locator("p").first()).not.toHaveText(/presentation/i);
});
