import { aPersonSignedIn, expect, signIn, test } from "./fixtures";

test("a stranger is led to the sign-in, and back to where they wanted to go", async ({
  page,
  context,
}) => {
  const person = await aPersonSignedIn(context);
  await context.clearCookies();
  await page.goto("/library?q=status:ready");
  await expect(page).toHaveURL(/\/sign-in/);

  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(/wrong|do not fit/i)).toBeVisible();

  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/library\?q=status%3Aready/);
});

test("a new person creates a workspace and is shown what to do next", async ({ page }) => {
  const unique = Date.now().toString(36);
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Grace Hopper");
  await page.getByLabel("Workspace").fill("Compilers");
  await page.getByLabel("Email").fill(`grace.${unique}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("a compiler of her own");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByText("Bring in your first documents")).toBeVisible({ timeout: 30_000 });
});

test("a session that was ended elsewhere ends here at once", async ({ page, person, browser }) => {
  await page.goto("/library");
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  const elsewhere = await browser.newContext();
  await signIn(elsewhere.request, person, test.info().project.use.baseURL);
  await elsewhere.request.post(
    `${test.info().project.use.baseURL}/api/trpc/identity.signOutEverywhere`,
    {
      data: { json: null },
    },
  );
  // Nobody touches the page: its live line ends, and with it what is on screen.
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flibrary/);
  await elsewhere.close();
});

test("an invited colleague joins by the link, sees the documents, and may not do what a viewer may not", async ({
  page,
  person,
  browser,
}) => {
  expect(person.email).toBeTruthy();
  const address = `viewer.${Date.now().toString(36)}@example.com`;
  const made = await page.request.post("/api/trpc/members.invite", {
    data: { json: { email: address, role: "viewer" } },
  });
  const { url } = (await made.json()).result.data.json;

  const colleague = await browser.newContext();
  const theirs = await colleague.newPage();
  await theirs.goto(url);
  await expect(theirs.getByText(person.workspace)).toBeVisible();
  await theirs.getByLabel("Your name").fill("Katherine Johnson");
  await theirs.getByLabel("Password", { exact: true }).fill("orbits and returns");
  await theirs.getByRole("button", { name: "Join workspace" }).click();
  await expect(theirs.getByRole("navigation", { name: "Main" }).first()).toBeVisible({
    timeout: 30_000,
  });

  const refused = await theirs.request.post("/api/trpc/projects.create", {
    data: { json: { name: "Not mine" } },
    headers: { origin: new URL(theirs.url()).origin },
  });
  expect(refused.status()).toBe(403);
  await colleague.close();
});

test("a colleague who has an account joins with it, from their own session", async ({
  page,
  person,
  browser,
}) => {
  const colleague = await browser.newContext(baseOf());
  const account = await aPersonSignedIn(colleague);
  await colleague.clearCookies();
  const made = await page.request.post("/api/trpc/members.invite", {
    data: { json: { email: account.email, role: "member" } },
  });
  const { url } = (await made.json()).result.data.json;

  const theirs = await colleague.newPage();
  await theirs.goto(url);
  await theirs.getByRole("link", { name: "Sign in to join" }).click();
  await theirs.getByLabel("Email").fill(account.email);
  await theirs.getByLabel("Password", { exact: true }).fill(account.password);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(theirs.getByText(`You are signed in as ${account.email}`)).toBeVisible();
  await theirs.getByRole("button", { name: "Join workspace" }).click();
  await expect(theirs.getByText(person.workspace).first()).toBeVisible({ timeout: 30_000 });
  await colleague.close();
});

test("signing in leads nobody to another site", async ({ page, context }) => {
  const person = await aPersonSignedIn(context);
  await context.clearCookies();
  await page.goto("/sign-in?next=/%09/evil.example");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/");
});

test("whoever guesses is asked to wait, and the button says how long", async ({
  page,
  context,
}) => {
  const person = await aPersonSignedIn(context);
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  const submit = page.getByRole("button", { name: "Sign in", exact: true });
  const waiting = page.getByRole("button", { name: /^Try again in \d+ s$/ });
  for (let n = 0; n < 7; n += 1) {
    if (await waiting.isVisible()) break;
    const answered = page.waitForResponse(/callback\/credentials/);
    await submit.click();
    await answered;
  }
  await expect(waiting).toBeDisabled();
  await expect(submit).toBeEnabled();
});

test("who forgot their password is told whom to ask where no mails are sent", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page).toHaveURL(/\/forgot-password$/);
  await expect(page.getByText("pnpm besunny reset-password")).toBeVisible();
});

/** A context made by hand does not know where the product is. */
function baseOf(): { baseURL: string } {
  const { baseURL } = test.info().project.use;
  return { baseURL: baseURL ?? "http://localhost:3000" };
}
