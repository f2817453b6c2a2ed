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

test("the library is ordered by its headings and shows the columns that a person chose", async ({
  page,
}) => {
  await page.goto("/library");
  const table = page.getByRole("table", { name: "Library" });
  await expect(table.getByRole("row")).toHaveCount(3);
  await table.getByRole("button", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=title/);
  await expect(table.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(table.getByRole("row").nth(1)).toContainText("Project plan, the move");
  await table.getByRole("button", { name: "Name" }).click();
  await expect(table.getByRole("row").nth(1)).toContainText("Support tickets Q1 2026");

  await page.getByRole("button", { name: "Layout" }).click();
  await page.getByRole("checkbox", { name: "Size" }).check();
  await page.keyboard.press("Escape");
  await expect(table.getByRole("columnheader", { name: "Size" })).toBeVisible();
  await page.reload();
  await expect(table.getByRole("columnheader", { name: "Size" })).toBeVisible();
});

test("a tag is put on all that match, found, and taken off", async ({ page }) => {
  await page.goto("/library");
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("textbox", { name: "Find or make a tag" }).fill("office move");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Clear selection" }).click();

  await page
    .getByRole("group", { name: "Tag" })
    .getByRole("button", { name: /office move/i })
    .click();
  await expect(page).toHaveURL(/tag/);
  await expect(page).toHaveTitle(/office move.* · Library/);
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Select Support tickets Q1 2026" }).click();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.getByRole("checkbox", { name: "office move" }).click();
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Project plan, the move" })).toBeVisible();
});

test("what is selected comes as one archive", async ({ page }) => {
  await page.goto("/library");
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download 2" }).click();
  expect((await download).suggestedFilename()).toMatch(/^documents-.*\.zip$/);
  expect(await (await download).failure()).toBeNull();
});

test("on a phone a row has two lines that do not lie over each other", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/library");
  const cells = page.getByRole("row").first().getByRole("cell");
  await expect(cells.nth(2)).toBeVisible();
  const boxes = (await Promise.all((await cells.all()).map((cell) => cell.boundingBox()))).filter(
    (box) => box !== null && box.width > 0,
  );
  expect(boxes.length).toBeGreaterThan(2);
  for (const one of boxes)
    for (const other of boxes)
      if (one && other && one !== other)
        expect(
          one.x + one.width <= other.x + 1 ||
            other.x + other.width <= one.x + 1 ||
            one.y + one.height <= other.y + 1 ||
            other.y + other.height <= one.y + 1,
        ).toBe(true);
});
