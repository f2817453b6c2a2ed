import { expect, overflow, test } from "./fixtures";

test("somebody reads the figures of a project, changes the range and follows a figure to its documents", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  const made = await page.request.post("/api/trpc/projects.create", {
    data: { json: { name: "Harbour" } },
  });
  const { id } = (await made.json()).result.data.json;
  await page.goto("/library");
  await uploads.pick(
    ...["one", "two"].map((name) => ({
      name: `Harbour ${name}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`INVOICE\n\nInvoice number: H-${name}\n\nTotal: EUR 40.00`),
    })),
  );
  for (const title of ["Harbour one", "Harbour two"]) {
    await uploads.ready(title);
    const link = page.getByRole("link", { name: title }).first();
    const documentId = (await link.getAttribute("href"))?.match(/doc_\w+/)?.[0] ?? "";
    const filed = await page.request.post("/api/trpc/projects.fileDocuments", {
      data: { json: { projectId: id, add: [documentId] } },
    });
    expect(filed.ok()).toBe(true);
  }

  await page.goto(`/projects/${id}`);
  await page.getByRole("tab", { name: "Analytics" }).click();
  const received = page.getByRole("region", { name: "Documents received", exact: true });
  await expect(
    received.getByRole("link", { name: "2: show the rows of Documents received" }),
  ).toBeVisible();
  await page.getByRole("radio", { name: "7 days" }).click();
  await expect(page).toHaveURL(/range=7d/);
  await expect(
    received.getByRole("link", { name: "2: show the rows of Documents received" }),
  ).toBeVisible();

  const byStatus = page.getByRole("region", { name: "Documents received, by status now" });
  await byStatus.locator(".recharts-bar-rectangle").first().click();
  await expect(page).toHaveURL(/\/analytics\/rows\?.*documents\.received/);
  await expect(page.getByRole("status").filter({ hasText: "2 rows" })).toBeVisible();
  const rows = page.getByRole("table", { name: /^Rows behind/ });
  await expect(rows.getByRole("row")).toHaveCount(3);
  await page.getByRole("link", { name: "Back to the dashboard" }).click();

  await byStatus.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Show as table" }).click();
  await byStatus.getByRole("link", { name: "2", exact: true }).last().click();
  await rows.getByRole("link", { name: "Harbour one" }).click();
  await expect(page).toHaveURL(/\/documents\/doc_/);

  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/projects/${id}?tab=analytics`);
  await expect(byStatus).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
