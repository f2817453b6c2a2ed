import { aPersonSignedIn, expect, sample, test } from "./fixtures";

test("another workspace sees nothing: not in lists, search, answers or by address", async ({
  page,
  person,
  uploads,
  browser,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Lease Karl-Heine-Straße 85.pdf"));
  await uploads.ready("Lease Karl-Heine-Straße 85");
  await page.getByRole("link", { name: "Lease Karl-Heine-Straße 85" }).first().click();
  await expect(page).toHaveURL(/\/documents\/doc_/);
  const { pathname } = new URL(page.url());
  const id = pathname.split("/").at(-1);

  const next = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  await aPersonSignedIn(next);
  const theirs = await next.newPage();
  await theirs.goto("/library");
  await expect(theirs.getByText("No documents yet")).toBeVisible();
  await theirs.goto("/search?q=lease");
  await expect(theirs.getByText(/Nothing found/)).toBeVisible();
  await theirs.goto("/ask?q=When%20does%20the%20lease%20end%3F");
  await expect(theirs.getByText(/31 December 2027/)).toHaveCount(0);

  for (const path of [`/api/v1/documents/${id}/content`, `/api/v1/documents/${id}/pages/1/image`])
    expect((await theirs.request.get(path)).status()).toBe(404);
  await theirs.goto(pathname);
  await expect(theirs.getByText(/There is nothing here|no such page/i).first()).toBeVisible();
  await next.close();
});
