import { expect, sample, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

test("an admin defines fields, fills them by key and in bulk, and finds and orders documents by them", async ({
  page,
  uploads,
}) => {
  await page.goto("/settings?tab=fields");
  const add = async (name: string, kind: string, values?: string) => {
    await page.getByRole("button", { name: "Add a field" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name", { exact: true }).fill(name);
    await dialog.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: kind }).click();
    if (values) await dialog.getByLabel("Values").fill(values);
    await dialog.getByRole("button", { name: "Add a field" }).click();
    await expect(page.getByRole("list", { name: "Custom fields" })).toContainText(name);
  };
  await add("Cost centre", "One of a list", "North\nSouth");
  await add("Pay by", "Date");

  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"), sample("Support tickets Q1 2026.csv"));
  await uploads.ready("Project plan, the move");
  await page.getByRole("link", { name: "Project plan, the move" }).click();
  await page.getByRole("button", { name: "Change Cost centre" }).press("Enter");
  await page.getByRole("combobox", { name: "Cost centre" }).fill("sou");
  await expect(page.getByRole("option", { name: "South" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Change Pay by" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByLabel("Pay by").fill("2026-12-31");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Dec 31, 2026")).toBeVisible();

  await page.goto("/library");
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await page.getByRole("button", { name: "Fill a field" }).click();
  await page.getByRole("option", { name: "North" }).click();
  await expect(page.getByText(/documents? (?:was|were) changed/)).toBeVisible();
  await page.getByRole("button", { name: "Clear selection" }).click();

  await page.getByRole("button", { name: "Layout" }).click();
  await page.getByRole("checkbox", { name: "Pay by" }).check();
  await page.keyboard.press("Escape");
  // The column is beyond the frame, and comes into view with the focus.
  const heading = page.getByRole("button", { name: "Pay by" });
  await heading.focus();
  await heading.click();
  await expect(page).toHaveURL(/sort=fld_/);
  await page.goto(
    `/library?q=${encodeURIComponent('field."Pay by"<2027 field.cost-centre:North')}`,
  );
  await expect(page.getByRole("table", { name: "Library" }).getByRole("row")).toHaveCount(2);
});
