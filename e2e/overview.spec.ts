import { expect, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test.beforeEach(async ({ context, page }) => {
  await signIn(context.request, sampleSignIn("owner"), admin);
  await page.goto(admin);
});

test("every chart has its table, and a figure in it leads to its documents", async ({ page }) => {
  const chart = page.getByRole("region", { name: "Documents over time" });
  await chart.getByRole("radio", { name: "Table" }).click();
  await chart.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/documents\?.*status=/);
  await expect(page.getByRole("link", { name: /^Open document/ }).first()).toBeVisible();
});

test("without a mouse the bars are walked along and opened", async ({ page }) => {
  const drawing = page
    .getByRole("region", { name: "Documents over time" })
    .getByRole("application");
  await drawing.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/documents\?/);
});

test("the time of a stage leads to its slowest documents", async ({ page }) => {
  const chart = page.getByRole("region", { name: "Time per stage" });
  await chart.getByRole("radio", { name: "Table" }).click();
  await chart.getByRole("row", { name: /^Read/ }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Slowest: Read" })).toBeVisible();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/documents\/doc_/);
});

test("one day is shown by the hour, other days by their dates, and one workspace alone", async ({
  page,
}) => {
  await page.getByRole("radio", { name: "1 d" }).click();
  await expect(page.getByText("By the hour they came in (UTC)")).toBeVisible();

  await page.getByRole("button", { name: "Other days" }).click();
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel("First day (UTC)").fill("2026-01-01");
  await page.getByLabel("Last day (UTC)").fill("2025-12-31");
  await page.getByRole("button", { name: "Show these days" }).click();
  await expect(page.getByText("Choose a first day that is not after")).toBeVisible();
  await page.getByLabel("First day (UTC)").fill(today);
  await page.getByLabel("Last day (UTC)").fill(today);
  await page.getByRole("button", { name: "Show these days" }).click();
  await expect(page).toHaveURL(new RegExp(`from=${today}&to=${today}`));
  await expect(page.getByText("By the hour they came in (UTC)")).toBeVisible();
});
