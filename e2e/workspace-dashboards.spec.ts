import type { Page } from "@playwright/test";

import { aColleague, call, expect, overflow, test } from "./fixtures";

const tileOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("somebody makes a dashboard of a shipped one, adds a tile, filters by a click and reaches a document", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(
    ...["one", "two"].map((name) => ({
      name: `Quay ${name}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`INVOICE\n\nInvoice number: Q-${name}\n\nTotal: EUR 40.00`),
    })),
    { name: "Quay three.csv", mimeType: "text/csv", buffer: Buffer.from("item,price\nrope,4\n") },
  );
  for (const title of ["Quay one", "Quay two", "Quay three"]) await uploads.ready(title);

  await page.goto("/");
  await page.getByRole("link", { name: "Dashboards", exact: true }).first().click();
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  const received = tileOf(page, "Documents received");
  const open = (count: number) =>
    received.getByRole("link", { name: `${count}: show the rows of Documents received` });
  await expect(open(3)).toBeVisible();
  await page.getByRole("button", { name: "Duplicate" }).click();
  const name = `Quay ${Date.now().toString(36)}`;
  await page.getByLabel("Title", { exact: true }).fill(name);

  await page.getByRole("button", { name: "Add a tile" }).click();
  const editor = page.getByRole("dialog", { name: "Add a tile" });
  await editor.getByRole("searchbox", { name: "Find a figure" }).fill("documents.received");
  await editor.getByRole("button", { name: /^Documents received/ }).click();
  await editor.getByRole("combobox", { name: "By time" }).click();
  await page.getByRole("option", { name: "No", exact: true }).click();
  await editor.getByRole("combobox", { name: "Break out by" }).click();
  await page.getByRole("option", { name: "Format", exact: true }).click();
  await editor.getByLabel("Title of the tile").fill("Formats");
  await expect(editor.getByRole("region", { name: "Formats" })).toBeVisible();
  await editor.getByRole("button", { name: "Add a tile" }).click();
  const handle = page.getByRole("button", { name: "Arrange Formats" });
  await handle.focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(page.getByText(/^Formats: row \d+, column \d+, 5 wide/)).toBeAttached();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();

  const formats = tileOf(page, "Formats");
  await formats.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Show as table" }).click();
  await formats.getByRole("button", { name: /csv/i }).click();
  const chip = page.getByRole("button", { name: /^Remove the filter Format/ });
  await expect(chip).toBeVisible();
  await expect(page).toHaveURL(/f=format/);
  await expect(open(1)).toBeVisible();
  await page.reload();
  await expect(chip).toBeVisible();
  await open(1).click();
  await expect(page.getByText(/^1 row$/)).toBeVisible();
  await page.getByRole("table").getByRole("link", { name: "Quay three" }).click();
  await expect(page).toHaveURL(/\/documents\/doc_/);

  await page.goBack();
  await page.getByRole("link", { name: "Back to the dashboard" }).click();
  await expect(chip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chip).toBeHidden();
  await expect(open(3)).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("a member sees a shared dashboard with figures of members, and changes a copy of it", async ({
  page,
  browser,
  person,
}) => {
  const tile = (id: string, x: number, metric: string) => ({
    id,
    kind: "number",
    question: { metrics: [metric] },
    place: { x, y: 0, w: 3, h: 2 },
  });
  const { id } = await call(page, "dashboards.create", {
    title: "For all of us",
    content: { tiles: [tile("received", 0, "documents.received"), tile("cost", 3, "cost.calls")] },
  });
  expect(person.workspace).toBeTruthy();
  await page.goto(`/dashboards/${id}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Share" }).click();
  await page.getByRole("radio", { name: "Everybody in the workspace" }).click();
  await expect(page.getByText("Saved who sees it")).toBeVisible();

  const { page: theirs } = await aColleague(page, browser);
  await theirs.goto("/dashboards");
  await expect(theirs.getByRole("link", { name: "Cost", exact: true })).toBeHidden();
  await theirs.getByRole("link", { name: "For all of us" }).click();
  await expect(tileOf(theirs, "Documents received")).toBeVisible();
  await expect(theirs.getByText(/They are for owners and admins/)).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Change", exact: true })).toBeHidden();
  await theirs.getByRole("button", { name: "Duplicate" }).click();
  await expect(theirs.getByLabel("Title", { exact: true })).toHaveValue("Copy of For all of us");
  await theirs.context().close();
});
