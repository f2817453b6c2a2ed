import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, overflow, sample, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

/** The row of the operation in the log; its button opens the details. */
const rowOf = (page: Page, title: string) =>
  page.getByRole("row").filter({ has: page.getByRole("button", { name: title, exact: true }) });

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
}

test("an owner renames a document and finds who did it: in its history, and in the audit log by filter", async ({
  page,
  person,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");
  const plan = page.getByRole("link", { name: "Project plan, the move" }).first();
  const id = (await plan.getAttribute("href"))?.match(/doc_\w+/)?.[0] ?? "";
  const renamed = await page.request.post("/api/trpc/documents.rename", {
    data: { json: { id, title: "The plan" } },
  });
  expect(renamed.ok()).toBe(true);

  await page.goto(`/documents/${id}?tab=timeline`);
  const history = page.getByRole("list", { name: "History" });
  await expect(
    history.getByRole("listitem").filter({ hasText: "Rename a document" }),
  ).toContainText(person.name);
  await page.getByRole("link", { name: "Open in the audit log" }).click();
  await expect(page).toHaveURL(new RegExp(`/settings/audit\\?subject=${id}`));
  await expect(rowOf(page, "Rename a document")).toContainText(person.name);
  await expect(rowOf(page, "Create a project")).toHaveCount(0);

  await page.getByRole("combobox", { name: "What" }).click();
  await page.getByRole("option", { name: "Rename a document" }).click();
  await expect(page).toHaveURL(/operation=documents\.rename-document/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(
    rowOf(page, "Rename a document").getByRole("link", { name: "The plan" }),
  ).toHaveAttribute("href", `/documents/${id}`);
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Rename a document", exact: true }).click();
  const details = page.getByRole("dialog", { name: "Rename a document" });
  await expect(details.getByRole("deletion")).toContainText("Project plan, the move");
  await expect(details.getByRole("insertion")).toContainText("The plan");
  await expect(details).toContainText("Web app");
  await expect(details).toContainText(person.email);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();

  await page.goto("/settings/audit?outcome=refused");
  await expect(page.getByRole("heading", { name: "No row fits" })).toBeVisible();
  // The list is there before the page answers to a click.
  await expect(async () => {
    await page.getByRole("button", { name: "Clear filters" }).last().click({ timeout: 1_000 });
    await expect(page).not.toHaveURL(/outcome=/, { timeout: 2_000 });
  }).toPass();
  await expect(rowOf(page, "Sign up")).toBeVisible();

  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("status").filter({ hasText: "nothing was changed" })).toBeVisible();
});

test("a member sees no way to the audit log, and at its address reads why", async ({
  page,
  context,
}) => {
  await signIn(context.request, sampleSignIn("member"));
  await page.goto("/settings");
  await expect(page.getByRole("tab", { name: "Profile" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);

  await page.goto("/settings/audit");
  await expect(page.getByRole("heading", { name: "You may not read the audit log" })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  const refused = await page.request.get("/api/trpc/workspace.audit");
  expect(refused.status()).toBe(403);
});

test("the audit log fits a phone", async ({ page, context }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(context.request, sampleSignIn("owner"));
  await page.goto("/settings");
  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("a platform admin reads the platform's audit log", async ({ page, context }) => {
  await signIn(context.request, sampleSignIn("owner"), admin);
  await page.goto(admin);
  await page.getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("heading", { name: "Audit log" })).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
