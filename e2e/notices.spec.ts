import { expect, overflow, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

test("a person chooses how they are told, and is told that no mail server is set up", async ({
  page,
}) => {
  await page.goto("/settings?tab=notices");
  await expect(page.getByText("BeSunny sends no mails here")).toBeVisible();

  const due = page.getByRole("combobox", { name: "Notify me about: Dates that come due" });
  await expect(due).toHaveText("Daily digest");
  await due.click();
  await page.getByRole("option", { name: "Off" }).click();
  await expect(page.getByText("Saved")).toBeVisible();

  await page.getByRole("checkbox", { name: "Quiet hours" }).click();
  await page.getByLabel("From").fill("21:30");
  await page.getByLabel("Daily digest at").fill("09:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved").last()).toBeVisible();

  await page.reload();
  await expect(due).toHaveText("Off");
  await expect(page.getByLabel("From")).toHaveValue("21:30");
  await expect(page.getByLabel("Daily digest at")).toHaveValue("09:00");
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("a file that cannot be read is in the inbox of who uploaded it", async ({ page, uploads }) => {
  await page.goto("/library");
  await uploads.pick({
    name: "Torn page.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7 torn"),
  });
  await expect(page.getByText(/could not be read|damaged/i).first()).toBeVisible({
    timeout: 90_000,
  });

  await page.goto("/inbox");
  const notices = page.getByRole("region", { name: "For you" });
  await notices.getByRole("link", { name: "Torn page could not be read" }).click();
  await expect(page).toHaveURL(/\/documents\/doc_/);
  await expect(page.getByText("Torn page").first()).toBeVisible();
});

test("a link that stops mails says so when it works no more", async ({ page }) => {
  await page.goto("/unsubscribe/no-such-token");
  await expect(
    page.getByRole("heading", { name: "This link does not work any more" }),
  ).toBeVisible();
});
