import { expect, overflow, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

const dayMs = 86_400_000;

test("home says what is due, what is new, and which questions were asked", async ({
  page,
  uploads,
}) => {
  const due = new Date(Date.now() + 20 * dayMs).toISOString().slice(0, 10);
  await page.goto("/library");
  await uploads.pick({
    name: "Invoice Harbour 77.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(
      [
        "INVOICE",
        "Harbour Chandlery Ltd, Quay 4, Bristol",
        "Bill to: Otter Club",
        "Invoice number: HC-77",
        `Invoice date: ${new Date().toISOString().slice(0, 10)}`,
        `Due date: ${due}`,
        "Rope, 20 m   EUR 40.00",
        "Total: EUR 40.00",
      ].join("\n\n"),
    ),
  });
  await uploads.ready("Invoice Harbour 77");

  await page.goto("/");
  const section = page.getByRole("region", { name: "Due in the next 60 days" });
  await expect(section.getByText("Payment due")).toBeVisible();
  await expect(section.getByText("in 20 days").or(section.getByText("in 19 days"))).toBeVisible();
  await expect(
    page
      .getByRole("region", { name: "New documents" })
      .getByRole("link", { name: "Invoice Harbour 77" }),
  ).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveCount(1);

  await section.getByRole("link", { name: "Invoice Harbour 77" }).click();
  await expect(page.locator("article mark").first()).toBeVisible({ timeout: 30_000 });
});

test("home leads to what needs a person, and fits a phone", async ({ page, uploads }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/library");
  await uploads.pick({
    name: "Nothing.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Tick tock.\n\nSeven blue, two green.\n\nOver there, not here."),
  });
  await page.goto("/");
  const needs = page.getByRole("region", { name: "Needs you" });
  await expect(needs.getByText("1 document needs a type")).toBeVisible({ timeout: 90_000 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await needs.getByRole("link", { name: "Review 1" }).click();
  await expect(page).toHaveURL(/\/review$/);
});
