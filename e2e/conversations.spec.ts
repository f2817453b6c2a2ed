import type { Page } from "@playwright/test";

import { aPersonSignedIn, expect, overflow, sample, test } from "./fixtures";

const questionBox = (page: Page, name = "Ask a question") => page.getByRole("textbox", { name });
const turns = (page: Page) =>
  page.getByRole("list", { name: "Questions and answers" }).locator("> li");

async function ask(page: Page, question: string, box?: string) {
  await questionBox(page, box).fill(question);
  await page.keyboard.press("Enter");
}

test("a person asks, follows up, rewords, rates, shares and deletes a conversation", async ({
  page,
  person,
  uploads,
  browser,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Lease Karl-Heine-Straße 85.pdf"));
  await uploads.ready("Lease Karl-Heine-Straße 85");

  await page.goto("/ask");
  await ask(page, "When does the lease end?");
  await expect(page).toHaveURL(/\/ask\/cnv_/);
  const address = page.url();
  await expect(turns(page).first()).toContainText("31 December 2027", { timeout: 30_000 });
  const sources = page.getByRole("complementary", { name: "Sources" });
  await expect(sources.getByRole("link").first()).toContainText("Lease Karl-Heine-Straße 85");
  await expect(sources.locator("img, mark").first()).toBeVisible();

  await ask(page, "How can it be terminated?", "Ask a follow-up");
  await expect(turns(page)).toHaveCount(2);
  await expect(page.getByRole("button", { name: "This helped" })).toHaveCount(2, {
    timeout: 30_000,
  });

  await turns(page).nth(1).getByRole("button", { name: "Change the question" }).click();
  await ask(page, "Who is the landlord?", "Change the question");
  await expect(turns(page).nth(1)).toContainText("2 of 2", { timeout: 30_000 });
  await turns(page).nth(1).getByRole("button", { name: "Older version of the question" }).click();
  await expect(turns(page).nth(1)).toContainText("How can it be terminated?");

  await turns(page).first().getByRole("button", { name: "This did not help" }).click();
  const why = page.getByRole("dialog", { name: "Why did it not help?" });
  await why.getByRole("checkbox", { name: "Something is missing" }).check();
  await why.getByRole("button", { name: "Send" }).click();
  await expect(why).toBeHidden();
  await page.reload();
  await expect(
    turns(page).first().getByRole("button", { name: "This did not help" }),
  ).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("button", { name: "Actions of this conversation" }).click();
  await page.getByRole("menuitem", { name: "Share" }).click();
  await page.getByRole("button", { name: "Share with the workspace" }).click();
  await page.keyboard.press("Escape");
  const second = await browser.newContext({ baseURL: new URL(address).origin });
  const { email } = await aPersonSignedIn(second);
  const theirs = await second.newPage();
  await joined(page, theirs, email);
  await theirs.goto(address);
  await expect(theirs.getByText("shares this conversation")).toBeVisible();
  await expect(turns(theirs).first()).toContainText("31 December 2027");
  await expect(questionBox(theirs, "Ask a follow-up")).toHaveCount(0);

  await page.getByRole("button", { name: "Actions of this conversation" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(turns(page).first()).toContainText("31 December 2027");
  await page.getByRole("button", { name: "Actions of this conversation" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect
    .poll(
      async () =>
        (await page.request.get(address.replace("/ask/", "/api/v1/conversations/"))).status(),
      {
        timeout: 20_000,
      },
    )
    .toBe(404);
  await theirs.reload();
  await expect(theirs.getByText("There is nothing here")).toBeVisible();
  await second.close();
});

test("a conversation fits a phone, and its list and sources are a tap away", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  await page.goto("/library");
  await uploads.pick(sample("Lease Karl-Heine-Straße 85.pdf"));
  await uploads.ready("Lease Karl-Heine-Straße 85");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/ask?q=When%20does%20the%20lease%20end%3F");
  await expect(page).toHaveURL(/\/ask\/cnv_/);
  await expect(turns(page).first()).toContainText("31 December 2027", { timeout: 30_000 });

  await page.getByRole("button", { name: /^\d+ sources?$/ }).click();
  const sheet = page.getByRole("dialog", { name: "Sources" });
  await expect(sheet.getByRole("link").first()).toContainText("Lease");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Conversations" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: /lease end/ })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

/** Invites a person who has an account. They join by the link, and their browser opens that workspace from then on. */
async function joined(page: Page, theirs: Page, email: string): Promise<void> {
  const made = await page.request.post("/api/trpc/members.invite", {
    data: { json: { email, role: "viewer" } },
  });
  const { url } = (await made.json()).result.data.json;
  await theirs.goto(url);
  await theirs.getByRole("button", { name: /^Join / }).click();
  await expect(theirs).not.toHaveURL(/invitation/);
}
