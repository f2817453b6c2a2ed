import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";

import { expect, overflow, test } from "./fixtures";
import { followRequests, settled } from "./settled";

const folders = ["../apps/web/messages", "../packages/web-kit/messages"];

/** Returns the messages of a language by namespace and key. */
function messagesOf(language: string): Record<string, string> {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  return Object.assign(
    {},
    ...folders.flatMap((folder) => {
      const root = resolve(import.meta.dirname, folder);
      const slices = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
        path.startsWith(`${language}/`),
      );
      return [`${language}.json`, ...slices].map((path) => flat(read(join(root, path))));
    }),
  );
}

function flat(value: unknown, path = ""): Record<string, string> {
  if (typeof value === "string") return { [path]: value };
  const entries = Object.entries(value ?? {});
  return Object.assign({}, ...entries.map(([key, inner]) => flat(inner, `${path}/${key}`)));
}

const german = messagesOf("de");
const germanTexts = new Set(Object.values(german));
/** English messages that say nothing else in German, and the English names of document types. */
const english = new Set([
  ...Object.entries(messagesOf("en"))
    .filter(([key, text]) => !text.includes("{") && german[key] !== text && !germanTexts.has(text))
    .map(([, text]) => text),
  ...Object.keys(german)
    .filter((key) => key.startsWith("/typeNames/"))
    .map((key) => key.slice("/typeNames/".length)),
]);

/** Returns the English that a page shows or reads out, outside of what people wrote themselves. */
async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const own = "article, bdi, q, mark, script, style, [lang=en]";
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !parentElement.closest(own)) texts.push(textContent ?? "");
    }
    for (const element of document.body.querySelectorAll("*"))
      for (const name of ["aria-label", "title", "placeholder", "alt"])
        texts.push(element.getAttribute(name) ?? "");
    return [...texts, document.title.replace(/ · BeSunny$/, "")].map((text) => text.trim());
  });
  return [...new Set(said.filter((text) => english.has(text)))];
}

test("a person reads everything in German, on a desk and on a phone", async ({
  page,
  person,
  uploads,
}) => {
  test.slow();
  followRequests(page);
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(
    {
      name: "Rechnung 77.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(
        [
          "INVOICE",
          "Harbour Chandlery Ltd, Quay 4, Bristol",
          "Bill to: Otter Club",
          "Invoice number: HC-77",
          "Invoice date: 2026-02-03",
          "Due date: 2026-03-03",
          "Rope, 20 m   EUR 40.00",
          "Total: EUR 40.00",
        ].join("\n\n"),
      ),
    },
    { name: "Leer.txt", mimeType: "text/plain", buffer: Buffer.from(" ") },
  );
  await uploads.ready("Rechnung 77");

  await page.goto("/settings");
  await page.getByRole("combobox", { name: "Language" }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^de/);

  await page.goto("/library");
  await expect(page.getByText("Rechnung", { exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Rechnung 77" }).first().click();
  await expect(page).toHaveURL(/\/documents\/doc_/);
  const viewer = new URL(page.url()).pathname;

  await page.goto("/ask");
  await page.getByRole("textbox").first().fill("Wie hoch ist der Gesamtbetrag von Rechnung 77?");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ask\/cnv_/, { timeout: 60_000 });
  await expect(
    page.getByText("Das hat geholfen").or(page.getByLabel("Das hat geholfen")).first(),
  ).toBeVisible({ timeout: 60_000 });
  const thread = new URL(page.url()).pathname;

  const screens = [
    "/",
    "/library",
    viewer,
    `${viewer}?tab=activity`,
    "/search?q=Gesamtbetrag",
    "/ask",
    thread,
    "/review",
    "/projects",
    "/entities",
    "/batches",
    "/analytics",
    "/dashboards",
    "/dashboards/overview",
    "/trash",
    "/inbox",
    ...["", "?tab=sessions", "?tab=members", "?tab=keys", "?tab=types", "?tab=tags"].map(
      (tab) => `/settings${tab}`,
    ),
    "/settings/audit",
    "/settings/search",
    "/settings/data-quality",
    "/settings/learning",
    "/settings/releases",
    "/settings/spending",
    "/settings/reports",
    "/settings/outgoing",
    "/settings/cards",
  ];
  for (const screen of screens) {
    await page.setViewportSize({ width: 1280, height: 760 });
    await page.goto(screen);
    await settled(page);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 760 });
      expect.soft(await englishOn(page), `${screen} at ${width}`).toEqual([]);
      await expect.soft
        .poll(() => overflow(page), { message: `${screen} at ${width}` })
        .toBeLessThanOrEqual(0);
    }
  }
});

test("before signing in the browser decides, and the page has a switch that is remembered", async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: "de-AT" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de-AT");
  expect(await englishOn(page)).toEqual([]);

  await page.getByLabel("E-Mail").fill("nobody@example.com");
  await page.getByLabel("Passwort").fill("not a password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: /\S/ }).first()).toHaveText(
    "Adresse oder Passwort ist falsch. Prüfen Sie beide und versuchen Sie es erneut.",
  );

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await context.close();
});
