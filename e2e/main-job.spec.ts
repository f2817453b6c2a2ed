import { expect, sample, test } from "./fixtures";

test("a person drops in files, watches them being read, asks, and lands on the marked sentence", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(
    sample("Lease Karl-Heine-Straße 85.pdf"),
    sample("Project plan, the move.md"),
    sample("Move budget.xlsx"),
  );

  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("Lease Karl-Heine-Straße 85.pdf")).toBeVisible();
  await expect(tray.getByText("3 files", { exact: true })).toBeVisible({ timeout: 90_000 });

  await page.goto("/ask");
  await page.getByRole("textbox", { name: "Ask a question" }).fill("When does the lease end?");
  await page.keyboard.press("Enter");
  const answer = page.getByRole("article", { name: "Answer" });
  await expect(answer).toContainText("31 December 2027", { timeout: 30_000 });

  await answer.getByRole("link", { name: /^Source 1:/ }).click();
  await expect(page).toHaveURL(/\/documents\/doc_/);
  await expect(page.getByLabel("Marked words").first()).toBeVisible({ timeout: 30_000 });
});

test("what is being uploaded survives a reload, and the same bytes are recognised", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("Project plan, the move.md")).toBeVisible();
  await page.reload();
  await expect(tray.getByText("1 file", { exact: true })).toBeVisible({ timeout: 60_000 });

  await uploads.pick(sample("Project plan, the move.md"));
  await expect(tray.getByText("Already here")).toBeVisible({ timeout: 30_000 });
});
