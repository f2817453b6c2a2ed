import { expect, sample, test } from "./fixtures";

test.beforeEach(async ({ page, person, uploads }) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"), sample("Support tickets Q1 2026.csv"));
  await uploads.ready("Project plan, the move");
  await uploads.ready("Support tickets Q1 2026");
});

test("a wrong type is corrected in place, and the library knows it", async ({ page }) => {
  await page.goto("/library");
  await page.getByRole("link", { name: "Project plan, the move" }).first().click();
  const type = page.getByRole("region", { name: "Type" });
  await type.getByRole("button", { name: "Correct" }).click();
  await page
    .getByRole("option", { name: /memo/i })
    .or(page.getByRole("menuitem", { name: /memo/i }))
    .first()
    .click();
  await expect(type.getByText(/memo/i).first()).toBeVisible();
  await expect(type.getByText("Set by a person")).toBeVisible();

  await page.goto("/library?q=type:memo");
  await expect(page.getByRole("link", { name: "Project plan, the move" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" })).toHaveCount(0);
});

test("what was moved to the trash can be put back, and is not found in between", async ({
  page,
}) => {
  await page.goto("/library");
  await page.getByRole("checkbox", { name: "Select Support tickets Q1 2026" }).check();
  await page.getByRole("button", { name: "Move 1 to trash" }).click();
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" })).toHaveCount(0);
  await page.goto("/search?q=support%20tickets");
  await expect(page.getByRole("link", { name: /Support tickets Q1 2026/ })).toHaveCount(0);

  await page.goto("/trash");
  await page.getByRole("button", { name: "Put Support tickets Q1 2026 back" }).click();
  await page.goto("/library");
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" }).first()).toBeVisible();
});

test("a search leads to the page with the words marked", async ({ page }) => {
  await page.goto("/search?q=budget%20for%20the%20move");
  const results = page.getByRole("list", { name: "Results" });
  await expect(results.getByRole("listitem").first()).toBeVisible({ timeout: 30_000 });
  await results.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/documents\/doc_.*span=/);
  await expect(page.locator("mark").first()).toBeVisible({ timeout: 30_000 });
});
