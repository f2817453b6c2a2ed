import { expect, sample, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

test("a field of the workspace is filled for several documents, and then finds, sorts and shows them", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"), sample("Support tickets Q1 2026.csv"));
  await uploads.ready("Project plan, the move");
  await uploads.ready("Support tickets Q1 2026");

  await page.goto("/settings?tab=fields");
  await page.getByRole("button", { name: "Add a field" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add a field" });
  await dialog.getByLabel("Name", { exact: true }).fill("Cost centre");
  await dialog.getByRole("button", { name: "Add a field" }).click();
  await expect(page.getByRole("button", { name: "Rename Cost centre" })).toBeVisible();

  await page.goto("/library");
  await page.getByRole("checkbox", { name: "Select Project plan, the move" }).check();
  await page.getByRole("checkbox", { name: "Select Support tickets Q1 2026" }).check();
  await page.getByRole("button", { name: "Fill a field" }).click();
  const fill = page.getByRole("dialog", { name: "Fill a field" });
  await expect(fill.getByText("2 documents get this value.")).toBeVisible();
  await fill.getByRole("textbox").fill("4711");
  await fill.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("2 documents were changed")).toBeVisible();
  await expect(page.getByRole("toolbar", { name: "2 selected" })).toBeVisible();

  await page.goto(`/library?q=${encodeURIComponent('field.cost-centre:"4711"')}`);
  await expect(page.getByRole("link", { name: "Project plan, the move" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" }).first()).toBeVisible();

  await page.getByRole("button", { name: "Layout" }).click();
  await page.getByRole("checkbox", { name: "Cost centre" }).check();
  await page.keyboard.press("Escape");
  const table = page.getByRole("table", { name: "Library" });
  await expect(table.getByRole("columnheader", { name: "Cost centre" })).toBeVisible();
  await expect(table.getByRole("cell", { name: "4711" })).toHaveCount(2);

  await page.getByRole("link", { name: "Support tickets Q1 2026" }).first().click();
  await page.getByRole("button", { name: "Change Cost centre" }).click();
  await page.getByRole("textbox", { name: "Cost centre" }).fill("4712");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("4712").first()).toBeVisible();
  await page.goto(`/library?q=${encodeURIComponent('field.cost-centre:"4711"')}`);
  await expect(page.getByRole("link", { name: "Project plan, the move" }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Support tickets Q1 2026" })).toHaveCount(0);
});
