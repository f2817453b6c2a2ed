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
  await expect(page.getByText(/password/i).first()).toBeVisible();
  await expect(
    page.getByRole("button", { name: /Read it again|Try again|Retry/ }).first(),
  ).toBeVisible();
});
