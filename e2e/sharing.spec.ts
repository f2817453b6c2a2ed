import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { aColleague, call, expect, overflow, sample, test } from "./fixtures";

async function aHiddenDocument(page: Page, ready: (title: string) => Promise<void>) {
  const { id } = await call(page, "projects.create", { name: "The move", isRestricted: true });
  await ready("Project plan, the move");
  const plan = page.getByRole("link", { name: "Project plan, the move" }).first();
  const documentId = (await plan.getAttribute("href"))?.match(/doc_\w+/)?.[0] ?? "";
  await call(page, "projects.fileDocuments", { projectId: id, add: [documentId] });
  return documentId;
}

test("a document is shared with a colleague, who is told, comments, and loses it at once", async ({
  page,
  person,
  uploads,
  browser,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  const id = await aHiddenDocument(page, uploads.ready);
  const colleague = await aColleague(page, browser);
  await colleague.page.goto(`/documents/${id}`);
  await expect(colleague.page.getByText("There is nothing here")).toBeVisible();

  await page.goto(`/documents/${id}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Person or group" }).click();
  await page.getByRole("option", { name: new RegExp(colleague.account.email) }).click();
  await dialog.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog.getByText(colleague.account.email)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule }) => rule)).toEqual([]);

  await colleague.page.goto("/inbox");
  await colleague.page
    .getByRole("link", { name: /shared Project plan, the move with you/ })
    .click();
  await colleague.page.getByRole("tab", { name: "Comments" }).click();
  await colleague.page.getByRole("textbox", { name: "Write a comment" }).fill("Who pays, @");
  await colleague.page
    .getByRole("button", { name: `@${person.name}` })
    .first()
    .click();
  await colleague.page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(colleague.page.getByText(/Who pays, @/).first()).toBeVisible();

  await dialog.getByRole("button", { name: /^Stop sharing with/ }).click();
  await expect(dialog.getByText(colleague.account.email)).toHaveCount(0);
  await colleague.page.goto(`/documents/${id}`);
  await expect(colleague.page.getByText("There is nothing here")).toBeVisible();
  await colleague.page.context().close();
});

test("a link shows one document to a stranger, until it is revoked", async ({
  page,
  person,
  uploads,
  browser,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  const id = await aHiddenDocument(page, uploads.ready);
  await page.goto(`/documents/${id}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Create link" }).click();
  const address = await page.getByRole("textbox", { name: /Copy the link now/ }).inputValue();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.setViewportSize({ width: 360, height: 740 });
  await stranger.goto(address);
  await expect(
    stranger.getByRole("heading", { name: "Project plan, the move" }).first(),
  ).toBeVisible();
  await expect(stranger.getByRole("link", { name: "Download" })).toHaveCount(0);
  expect(await overflow(stranger)).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page: stranger }).analyze();
  expect(violations.map(({ id: rule }) => rule)).toEqual([]);
  await stranger.goto(`/documents/${id}`);
  await expect(stranger).toHaveURL(/sign-in/);

  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("button", { name: "Revoke" })).toHaveCount(0);
  await stranger.goto(address);
  await expect(stranger.getByText("This link shows nothing any more")).toBeVisible();
  await stranger.context().close();
});
