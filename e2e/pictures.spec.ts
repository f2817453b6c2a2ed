import { join } from "node:path";
import { expect, overflow, sample, test } from "./fixtures";

const siteReport = join(import.meta.dirname, "files/Site report.docx");

test("a Word file shows its picture in its place, on a phone too", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(siteReport);
  // So few words are of no type, and the document waits for a person to say it.
  await page.getByRole("link", { name: "Site report" }).first().click({ timeout: 60_000 });

  const picture = page.getByRole("img", { name: "The new hall" });
  await expect(picture).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("slides are shown as pictures, and as text for who asks", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("All hands, the move.pptx"));
  await uploads.ready("All hands");
  await page
    .getByRole("link", { name: /All hands/ })
    .first()
    .click();

  const slide = page.getByRole("img", { name: /^Page 1 of/ });
  await expect(slide).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => slide.evaluate((image: HTMLImageElement) => image.naturalWidth), {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);

  await page.getByRole("radio", { name: "Text" }).click();
  await expect(page.locator(".document-body section").first()).toBeVisible();
  await page.getByRole("radio", { name: "Slides" }).click();
  await expect(slide).toBeVisible();
});
