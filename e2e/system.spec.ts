import { expect, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test.beforeEach(({ context }) => signIn(context.request, sampleSignIn("owner"), admin));

test("an admin tests what BeSunny works with, and reads what was found", async ({ page }) => {
  await page.goto(`${admin}/system`);
  for (const [name, finding] of [
    ["Database", /^PostgreSQL \d+/],
    ["File store", "wrote, read and deleted an object"],
    ["Passage index", /passages of \d+ documents/],
    ["Answer reader", "found “31 December 2027”"],
    ["Text recognition", /recognised “.*4711.*”/],
  ] as const) {
    const row = page.getByRole("row", { name });
    await row.getByRole("button", { name: `Test now: ${name}` }).click();
    await expect(row.getByText("Works", { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(row.getByText(finding)).toBeVisible();
  }
  await page.reload();
  await expect(page.getByRole("row", { name: "Database" }).getByText("Works")).toBeVisible();
});

test("settings show their source, and no secret reaches the browser", async ({ page }) => {
  const answered = page.waitForResponse(/admin\.system\.get/);
  await page.goto(`${admin}/system?part=settings`);
  const told = await (await answered).text();
  expect(told).toContain("AUTH_SECRET");
  expect(told).not.toMatch(/postgres(ql)?:\/\/[^"]*:[^"]*@/);

  const secret = page.getByRole("row", { name: /AUTH_SECRET/ });
  await expect(secret.getByText("•••••• secret")).toBeVisible();
  await expect(secret.getByText("Generated").last()).toBeVisible();
  await page.getByRole("radio", { name: "Set by you" }).click();
  await expect(page.getByRole("row", { name: /BESUNNY_DATA_DIR/ })).toBeVisible();
  await expect(secret).toHaveCount(0);
});

test("the disk and the releases are told", async ({ page }) => {
  await page.goto(`${admin}/system`);
  await page.getByRole("tab", { name: "Disk" }).click();
  await expect(page).toHaveURL(/part=disk/);
  await expect(page.getByRole("row", { name: /Database/ })).toContainText(/[1-9]/);
  await page.getByRole("tab", { name: "Releases" }).click();
  await expect(page.getByText(/^\d{14}_/)).toBeVisible();
});

test("somebody who is no platform admin cannot ask for it", async ({ playwright }) => {
  const stranger = await playwright.request.newContext({ baseURL: admin });
  const call = (name: string) => stranger.get(`/api/trpc/${name}?input=%7B%22json%22%3A%7B%7D%7D`);
  for (const name of ["admin.system.get", "admin.system.disk", "admin.flags.list"])
    expect((await call(name)).status(), name).toBe(401);
  await stranger.dispose();
});
