import { aPersonSignedIn, expect, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test.beforeEach(({ context }) => signIn(context.request, sampleSignIn("owner"), admin));

test("an admin turns public links off for everybody, and a person is not offered them any more", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext();
  await aPersonSignedIn(context);
  const features = async () => {
    const answer = await context.request.get(
      "/api/trpc/workspace.features?input=%7B%22json%22%3A%7B%7D%7D",
    );
    return (await answer.json()).result.data.json.features as string[];
  };
  expect(await features()).toContain("public-links");

  await page.goto(`${admin}/flags`);
  const flag = page.getByRole("listitem", { name: /^Public links/ });
  await flag.getByRole("button", { name: "Turn off everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Turn off everywhere" }).click();
  await expect(flag.getByText("Off everywhere", { exact: true })).toBeVisible();
  await expect.poll(features).not.toContain("public-links");

  await flag.getByRole("button", { name: "Turn on again" }).click();
  await expect(flag.getByText("On", { exact: true }).first()).toBeVisible();
  await expect.poll(features).toContain("public-links");

  await flag.getByRole("button", { name: "more actions" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  const changes = page.getByRole("dialog").getByRole("listitem");
  await expect(changes.filter({ hasText: "Off everywhere: true → false" }).first()).toBeVisible();
  await context.close();
});

test("while sign-up is off a stranger is told so", async ({ page, browser }) => {
  await page.goto(`${admin}/flags`);
  const flag = page.getByRole("listitem", { name: /^Sign-up/ });
  const stranger = await browser.newPage();
  await flag.getByRole("button", { name: "Turn off everywhere" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Turn off everywhere" }).click();
  try {
    await expect(flag.getByText("Off everywhere", { exact: true })).toBeVisible();
    await expect(async () => {
      await stranger.goto("/sign-in");
      await expect(stranger.getByRole("link", { name: /sign up|create/i })).toHaveCount(0);
    }).toPass();
  } finally {
    await flag.getByRole("button", { name: "Turn on again" }).click();
    await expect(flag.getByText("On", { exact: true }).first()).toBeVisible();
  }
  await stranger.close();
});

test("a share that is no number of percent is refused before it is sent", async ({ page }) => {
  await page.goto(`${admin}/flags`);
  await page
    .getByRole("listitem", { name: /^Public links/ })
    .getByRole("button", { name: "more actions" })
    .click();
  await page.getByRole("menuitem", { name: "Change who has it" }).click();
  const share = page.getByLabel("Share of people, in percent");
  await share.fill("101");
  await expect(page.getByText("Give a whole number from 0 to 100.")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Save" })).toBeDisabled();
});
