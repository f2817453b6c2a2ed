import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, overflow, test } from "./fixtures";

const memo = (n: number) => ({
  name: `memo-${n}.txt`,
  mimeType: "text/plain",
  buffer: Buffer.from(
    `Memo ${n}\n\nTo: everybody\nFrom: the office\n\n${`The meeting of ${n} March is moved to room ${n}. `.repeat(40)}`,
  ),
});
const broken = {
  name: "broken.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\nthis is not a document at all\n%%EOF"),
};

const empty = { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.from("") };

const tray = (page: Page) => page.getByRole("region", { name: "Uploads" });
const progress = (page: Page) => page.getByRole("region", { name: "Progress" });

test("files picked together are followed as one: paused, resumed, counted, retried, reported", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  const memos = Array.from({ length: 11 }, (_, n) => memo(n + 1));
  await uploads.pick(...memos, broken, empty);

  await tray(page).getByRole("button", { name: "Pause", exact: true }).click();
  await expect(tray(page).getByText(/of 13 done/)).toHaveCount(1);
  await expect(tray(page).getByText("paused")).toBeVisible({ timeout: 30_000 });

  await tray(page).getByRole("link", { name: "Upload of 13 files" }).click();
  await expect(page.getByRole("heading", { name: "Upload of 13 files" })).toBeVisible();
  await expect(progress(page).getByText(/of 13 done.*paused/)).toBeVisible();
  const waiting = page.getByRole("list", { name: "Documents of the batch" }).getByText("Waiting");
  await expect(waiting.first()).toBeVisible();

  await waiting.first().locator("xpath=ancestor::li").getByRole("link").click();
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByRole("region", { name: "Now" })).toContainText("Paused with its batch");
  await page.getByRole("link", { name: "Open the batch" }).click();

  await progress(page).getByRole("button", { name: "Resume" }).click();
  await expect(progress(page).getByText(/11 of 13 done · 2 failed.*finished/)).toBeVisible({
    timeout: 90_000,
  });
  await expect(tray(page).getByText("13 files · 2 need you")).toBeVisible();
  await expect(tray(page).getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("group", { name: "Show" })).toContainText(/Done 11.*Failed 2/);

  const reasons = page.getByRole("region", { name: "Why files failed" });
  await expect(reasons.getByRole("button")).toHaveCount(2);
  await reasons.getByRole("button", { name: /damaged/ }).click();
  const listed = page.getByRole("list", { name: "Documents of the batch" }).getByRole("listitem");
  await expect(listed).toHaveCount(1);
  await expect(listed.first()).toContainText("broken");

  expect(await lineOf(page, "broken.pdf")).toContain(",failed,");
  await expect(progress(page).getByRole("button", { name: /^Retry/ })).toHaveCount(0);

  const lines = await reportOf(page);
  expect(lines).toHaveLength(14);
  expect(lines.filter((line) => line.includes(",done,"))).toHaveLength(11);

  await listed.first().getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("1 document moved to trash")).toBeVisible();

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("documents are processed again from the library, and stay ready meanwhile", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(memo(101), memo(102));
  await expect(tray(page).getByRole("button", { name: "2 files" })).toBeVisible({
    timeout: 60_000,
  });

  const library = page.getByRole("table", { name: "Library" });
  for (const name of ["Select memo-101", "Select memo-102"])
    await library.getByRole("checkbox", { name }).click();
  await page.getByRole("button", { name: "Reprocess 2" }).click();
  await page.getByRole("button", { name: "Follow" }).click();

  await expect(page.getByRole("heading", { name: "2 documents processed again" })).toBeVisible();
  await expect(progress(page).getByText(/2 of 2 done.*finished/)).toBeVisible({ timeout: 60_000 });
  await page.goto("/batches");
  await expect(page.getByRole("list", { name: "Batches" }).getByRole("listitem")).toHaveCount(2);
});

test("a batch is cancelled after asking, and what was done stays", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(...Array.from({ length: 10 }, (_, n) => memo(n + 201)));
  await tray(page).getByRole("button", { name: "Cancel the batch" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the batch" }).click();

  await expect(tray(page).getByRole("button", { name: "10 files" })).toBeVisible({
    timeout: 60_000,
  });
  await page.goto("/library?q=status:processing,pending");
  await expect(page.getByText("No document fits these filters")).toBeVisible({ timeout: 30_000 });
});

/** Downloads the report of the batch on screen; its lines. */
async function reportOf(page: Page): Promise<string[]> {
  const downloading = page.waitForEvent("download");
  await progress(page).getByRole("link", { name: "Report as CSV" }).click();
  const report = await downloading;
  expect(report.suggestedFilename()).toMatch(/^batch-.*\.csv$/);
  return (await readFile(await report.path(), "utf8")).trim().split("\r\n");
}

async function lineOf(page: Page, fileName: string): Promise<string> {
  return (await reportOf(page)).find((line) => line.startsWith(`${fileName},`)) ?? "";
}
