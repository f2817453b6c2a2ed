import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { aPersonSignedIn, expect, overflow, test } from "./fixtures";

const said: [speaker: string, words: string][] = [
  [
    "Ann Berg",
    "Good morning, let us talk about the rent of the workshop in Bremen and about the lease.",
  ],
  ["Speaker 2", "The landlord wants four percent more from April, which is a lot of money for us."],
  ["Speaker 2", "I will call the landlord by Friday and ask for two percent instead."],
  [
    "Ann Berg",
    "Good. So we agreed to stay in the workshop for another two years, that is decided.",
  ],
  [
    "Speaker 2",
    "Agreed. Can you send the new contract to the lawyer until next Tuesday, Ann Berg?",
  ],
  ["Ann Berg", "Yes, I will send the contract to the lawyer on Tuesday."],
  ["Speaker 2", "What do we do about the parking space next to the building?"],
];
const clock = (seconds: number) =>
  `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
const transcript = {
  name: "Workshop weekly 2026-03-09.vtt",
  mimeType: "text/vtt",
  buffer: Buffer.from(
    `WEBVTT\n\n${said
      .map(([speaker, words], index) =>
        [
          `${clock(index * 10)} --> ${clock(index * 10 + 9)}`,
          `<v ${speaker}>${words}</v>`,
          "",
        ].join("\n"),
      )
      .join("\n")}`,
  ),
};

/** The line of the action with these words, beside the transcript. */
const action = (page: Page, words: RegExp) =>
  page.getByRole("region", { name: "Actions" }).getByRole("listitem").filter({ hasText: words });

test("a transcript becomes a meeting, whose action is found, checked, confirmed, done and reopened", async ({
  page,
  person,
  uploads,
  browser,
}) => {
  test.setTimeout(240_000);
  expect(person.email).toBeTruthy();
  await page.goto("/meetings");
  await expect(page.getByText("No meeting is here yet")).toBeVisible();
  await uploads.pick(transcript);
  const tray = page.getByRole("region", { name: "Uploads" });
  await expect(tray.getByText("1 file", { exact: true })).toBeVisible({ timeout: 90_000 });
  const listed = page.getByRole("link", { name: /Workshop weekly/ });
  await expect(async () => {
    await page.reload();
    await expect(listed).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await listed.click();

  await expect(page).toHaveURL(/\/meetings\/mtg_/);
  const meetingUrl = page.url();
  const call = action(page, /call the landlord/);
  await expect(call).toContainText("Speaker 2");
  await expect(call).toContainText("Mar 13, 2026");
  await call.getByRole("button", { name: /call the landlord.*0:20/ }).click();
  await expect(page).toHaveURL(/turn=2/);
  await expect(page.getByRole("region", { name: "Transcript" }).locator("mark")).toContainText(
    "I will call the landlord by Friday",
  );
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await page.keyboard.press("c");
  await expect(call.getByText("Draft")).toHaveCount(0);
  await expect(call.getByRole("button", { name: /Mark .* as done/ })).toBeVisible();

  await page.getByRole("button", { name: "2 speakers" }).click();
  const speakers = page.getByRole("dialog", { name: "Speakers" });
  await speakers.getByRole("textbox", { name: "Name of Speaker 2" }).fill("Ben Cole");
  await speakers.getByRole("button", { name: "Rename Speaker 2" }).click();
  await expect(speakers.getByRole("textbox", { name: "Name of Ben Cole" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(call).toContainText("Ben Cole");

  await page.goto("/actions?tab=all");
  const owed = page.getByRole("listitem").filter({ hasText: /call the landlord/ });
  await expect(owed).toContainText("Ben Cole");
  await expect(page.getByRole("region", { name: "Overdue" })).toContainText("call the landlord");
  await owed.getByRole("button", { name: /as done/ }).click();
  await expect(owed).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(owed.getByRole("button", { name: /as done/ })).toBeVisible();
  await owed.getByRole("link", { name: /call the landlord/ }).click();
  await expect(page).toHaveURL(/\/meetings\/mtg_.*turn=2/);

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  const next = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  await aPersonSignedIn(next);
  const theirs = await next.newPage();
  await theirs.goto("/meetings");
  await expect(theirs.getByText("No meeting is here yet")).toBeVisible();
  const { pathname } = new URL(meetingUrl);
  expect((await theirs.request.get(`/api/v1${pathname}`)).status()).toBe(404);
  await theirs.goto(pathname);
  await expect(theirs.getByText(/There is nothing here|does not exist/i).first()).toBeVisible();
  await theirs.goto("/actions?tab=all");
  await expect(theirs.getByText("There is nothing to be done")).toBeVisible();
  await next.close();
});

test("an action is written, changed and put away by keyboard", async ({ page, person }) => {
  expect(person.email).toBeTruthy();
  await page.goto("/actions");
  await expect(page.getByText("Nothing is waiting for you")).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Write an action" });
  await dialog.getByRole("textbox", { name: "What is to be done" }).fill("Order new chairs");
  await dialog.getByRole("combobox", { name: "Who does it" }).click();
  await page.getByRole("option", { name: person.name }).click();
  await dialog.getByRole("button", { name: "Create" }).click();
  const chairs = page.getByRole("listitem").filter({ hasText: "Order new chairs" });
  await expect(chairs).toContainText("Ada Lovelace");

  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "What is to be done" }).fill("Order six chairs");
  await page.keyboard.press("Enter");
  const six = page.getByRole("listitem").filter({ hasText: "Order six chairs" });
  await expect(six).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Your actions" })).toContainText(
    "Order six chairs",
  );

  await page.goto("/actions");
  await expect(six).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("d");
  await expect(six).toHaveCount(0);
  await page.goto("/actions?show=done");
  await expect(six).toBeVisible();
});
