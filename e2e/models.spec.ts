import { aPersonSignedIn, expect, sampleSignIn, signIn, test } from "./fixtures";

const admin = process.env.ADMIN_URL ?? "http://localhost:3001";

test("an admin rolls a workspace back to the release that decided before", async ({
  browser,
  context,
  page,
}) => {
  const own = await browser.newContext();
  const person = await aPersonSignedIn(own);
  const call = async (path: string, json: object) => {
    const response = await own.request.post(`/api/trpc/${path}`, { data: { json } });
    return { ok: response.ok(), body: await response.json() };
  };
  const desk = await own.newPage();
  await desk.goto("/library");
  await desk
    .locator('input[type="file"]:not([webkitdirectory])')
    .first()
    .setInputFiles([
      {
        name: "Notice.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("MEMORANDUM\n\nTo: all staff\n\nThe car park is closed on Friday."),
      },
    ]);
  await expect
    .poll(async () => (await call("releases.create", { thresholds: { memo: 0.99 } })).ok, {
      timeout: 90_000,
      intervals: [2_000],
    })
    .toBe(true);
  const { body } = await call("releases.create", { thresholds: { memo: 0.98 } });
  const id = body.result.data.json.id;
  const promoted = await call("releases.promote", { id, reason: "The journey goes back from it." });
  expect(promoted.ok).toBe(true);

  await signIn(context.request, sampleSignIn("owner"), admin);
  await page.goto(`${admin}/models`);
  await page.getByRole("combobox", { name: "Workspace" }).click();
  await page.getByRole("option", { name: person.workspace }).click();
  await page.getByRole("button", { name: "Roll back" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Roll back" }).click();
  await expect(page.getByText(/^Rolled back from release \d+ to 1\.$/)).toBeVisible();
  await own.close();
});
