import { expect, sample, test } from "./fixtures";

const nothing = { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.from("") };
const program = {
  name: "setup.exe",
  mimeType: "application/x-msdownload",
  buffer: Buffer.concat([Buffer.from("MZ"), Buffer.alloc(2000, 1)]),
};
const broken = {
  name: "broken.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\nthis is not a document at all\n%%EOF"),
};

test("each file that cannot be read says why and what to do, and the others go on", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Salaries 2026.pdf"), sample("Project plan, the move.md"));
  await uploads.pick(nothing, program, broken);

  const list = page.getByRole("list", { name: "Library" });
  await expect(list.getByText(/Failed/)).toHaveCount(4, { timeout: 90_000 });
  await expect(list.getByText("Ready").or(list.getByText(/plan/i)).first()).toBeVisible();

  await page.getByRole("link", { name: "Salaries 2026" }).first().click();
  await expect(page.getByText(/protected by a password/i).first()).toBeVisible();

  await page.goBack();
  await page.getByRole("link", { name: "broken" }).first().click();
  await expect(page.getByText(/damaged/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /Read it again|Try again|Retry/ })).toHaveCount(0);
});

test("a protected document opens with its password, and a wrong one says so", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Salaries 2026.pdf"));
  const list = page.getByRole("list", { name: "Library" });
  await expect(list.getByText(/Failed/)).toHaveCount(1, { timeout: 90_000 });

  await page.getByRole("link", { name: "Salaries 2026" }).first().click();
  const password = page.getByLabel("Password of the file");
  await password.fill("wrong");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/does not open the file/)).toBeVisible({ timeout: 30_000 });

  await password.fill("not-in-this-workspace");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ready").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/managing director/).first()).toBeVisible();
});
