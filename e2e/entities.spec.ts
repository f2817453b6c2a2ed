import { expect, test } from "./fixtures";

const text = (name: string, content: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

const lease = text(
  "Alder lease.txt",
  "This lease agreement is made between Oak Homes Ltd and Alder Metals GmbH on 1 April 2026.\n\n" +
    "The tenant shall pay a rent of EUR 850.00 per month in advance.\n\n" +
    "Questions go to office@oakhomes.example or by phone to +44 20 7946 0018.\n\n" +
    "IBAN DE89 3704 0044 0532 0130 00\n",
);
const notice = text(
  "Alder notice.txt",
  "Dear tenant, we write to Alder Metals Ltd about the heating of the building.\n\n" +
    "The works of Birch Heating Ltd begin on Monday and end on Friday.\n",
);

test("a person finds a firm by its name, reads where it is named, and merges it with another", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(lease, notice);
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("2 files", { exact: true })).toBeVisible({ timeout: 90_000 });

  await page.goto("/entities");
  await page.getByRole("searchbox", { name: "Find by name" }).fill("alder");
  const list = page.getByRole("list", { name: "Who and what" });
  await expect(list.getByRole("listitem")).toHaveCount(1, { timeout: 15_000 });
  await expect(list.getByRole("listitem")).toContainText("2 documents");
  await list.getByRole("link", { name: /Alder Metals/ }).click();

  await expect(page).toHaveURL(/\/entities\/ent_/);
  const documents = page.getByRole("list", { name: "Documents" });
  await expect(documents.getByRole("link", { name: "Alder lease" })).toBeVisible();
  await documents.getByRole("link", { name: /Alder Metals GmbH/ }).click();
  await expect(page).toHaveURL(/\/documents\/doc_.*span=/);
  await expect(page.locator("article mark").first()).toHaveText("Alder Metals GmbH");

  await page.getByRole("tab", { name: "Summary" }).click();
  await page.getByRole("link", { name: "Open the page of Alder Metals GmbH" }).click();
  await expect(page).toHaveURL(/\/entities\/ent_/);

  await page.goto("/entities?q=birch");
  await page.getByRole("link", { name: /Birch Heating/ }).click();
  await page.getByRole("button", { name: "Merge" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox", { name: "Find by name" }).fill("oak");
  await dialog.getByRole("radio", { name: /Oak Homes/ }).check();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Oak Homes Ltd");
  await expect(page.getByText("2 documents · 2 mentions")).toBeVisible();

  await page.getByRole("button", { name: "Split Birch Heating Ltd off" }).click();
  await expect(page.getByText("1 document · 1 mention")).toBeVisible();
});

test("a person sees how many personal details a document holds, and marks them in it", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(lease);
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("1 file", { exact: true })).toBeVisible({ timeout: 90_000 });
  await page.goto("/library?q=is:personal");
  await page.getByRole("link", { name: "Alder lease" }).first().click();

  const panel = page.getByRole("complementary", { name: "About this document" });
  await panel.getByRole("tab", { name: "Summary" }).click();
  await expect(panel.getByText(/^3 personal details: .*1 phone/)).toBeVisible({ timeout: 15_000 });
  await panel.getByRole("button", { name: "Mark in the document" }).click();
  const marks = page.locator("article mark[data-detail]");
  await expect(marks).toHaveText([
    "office@oakhomes.example",
    "+44 20 7946 0018",
    "DE89 3704 0044 0532 0130 00",
  ]);
  await panel.getByRole("button", { name: "Remove these marks" }).click();
  await expect(marks).toHaveCount(0);
});
