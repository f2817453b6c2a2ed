import { expect, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

test("an owner sees what people taught, takes filing back, and hears that hosted tuning is off", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick({
    name: "Slip for the Swan.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(
      "Rope and two fenders were counted on the pontoon.\n\nNothing is to be paid.",
    ),
  });
  await page.goto(
    `/library?q=${encodeURIComponent('status:ready,needs_review title:"Slip for the Swan"')}`,
  );
  await page.getByRole("link", { name: "Slip for the Swan" }).first().click({ timeout: 60_000 });
  await page.getByRole("region", { name: "Type" }).getByRole("button", { name: "Correct" }).click();
  await page.getByRole("menuitem", { name: "memo", exact: true }).click();
  await expect(page.getByText("Set by a person")).toBeVisible();

  await page.goto("/settings/learning");
  await expect(page.getByRole("heading", { name: "Learned from you" })).toBeVisible();
  const taught = page.getByRole("list", { name: "What people taught" });
  await expect(taught.getByText("Slip for the Swan")).toBeVisible();
  await expect(page.getByText(/^Hosted tuning is off/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download files for a trainer elsewhere" }).click();
  expect((await download).suggestedFilename()).toMatch(/^tuning/);

  await taught
    .getByRole("button", { name: "Take back what was said of Slip for the Swan" })
    .click();
  await expect(page.getByText("Nobody has taught anything here yet.")).toBeVisible();
});

test("an owner sees a text as it would leave, under rules that are not saved yet", async ({
  page,
}) => {
  await page.goto("/settings/outgoing");
  await page
    .getByLabel("Text", { exact: true })
    .fill("Write to ida.lund@example.com about the rent.");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("This would be sent.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Write to [EMAIL_1] about the rent.")).toBeVisible();
});

test("an owner sets a budget, sees what was spent of it, and removes it", async ({ page }) => {
  await page.goto("/settings/spending");
  await expect(page.getByText(/^There is no budget/)).toBeVisible();
  await page.getByLabel("US dollars").fill("25");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("$0.00 of $25.00 this month")).toBeVisible();
  await page.getByRole("button", { name: "Remove the budget: The workspace" }).click();
  await expect(page.getByText(/^There is no budget/)).toBeVisible();
});
