import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { call, expect, overflow, sample, test } from "./fixtures";

test.beforeEach(({ person }) => expect(person.email).toBeTruthy());

/** Presses a button as somebody without a mouse does. */
async function press(button: Locator) {
  await button.focus();
  await button.press("Enter");
}

/** Finds a line in the list that has just opened, and takes it. */
async function find(page: Page, words: string) {
  await expect(page.getByRole("combobox", { expanded: true })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { expanded: true })).toHaveCount(0);
}

/** Goes down the open menu to a line, and takes it. */
async function take(page: Page, name: string) {
  const item = page.getByRole("menuitem", { name });
  await expect(item).toBeVisible();
  for (let step = 0; step < 30 && !(await item.evaluate(isFocused)); step++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

const isFocused = (element: Element) => element === document.activeElement;

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
}

test("a person builds a rule for large invoices from new suppliers by keys alone, and publishes it", async ({
  page,
  person,
}) => {
  await call(page, "projects.create", { name: "Large invoices" });
  await page.goto("/automations");
  await press(page.getByRole("button", { name: "New automation" }));
  await take(page, "Begin with nothing");
  await page.getByLabel("Name", { exact: true }).fill("Large invoices of new suppliers");

  await press(page.getByRole("button", { name: "Always, for every document" }));
  const add = page.getByRole("button", { name: "Add a condition" });
  await press(add);
  await find(page, "type");
  await press(page.getByRole("button", { name: "Value", exact: true }));
  await find(page, "invoice");
  await press(add);
  await find(page, "total");
  await page.getByRole("textbox", { name: "Value" }).fill("5,000");
  await press(add);
  await find(page, "somebody new");

  await press(page.getByRole("button", { name: "Add a step here" }));
  await take(page, "Ask a person");
  const ask = page.getByRole("button", { name: /^1\. Ask a person/ });
  await expect(ask).toBeFocused();
  await press(page.getByRole("button", { name: "Add a person or group" }));
  await find(page, person.name);

  const yes = page.getByRole("region", { name: "Step 1: If they agree" });
  await press(yes.getByRole("button", { name: "Add a step here" }));
  await take(page, "File it in a project");
  await press(page.getByRole("button", { name: "Project", exact: true }));
  await find(page, "Large");
  await press(yes.getByRole("button", { name: "Add a step", exact: true }));
  await take(page, "Add tags");
  await press(page.getByRole("button", { name: "Add", exact: true }));
  await find(page, "approved");

  const sentence = page.getByRole("region", { name: "In one sentence" });
  await expect(sentence).toContainText(
    /When a document is ready, if its type is invoice and .* is over 5,000 and one of its parties is new, ask Ada Lovelace/,
  );
  await expect(sentence).toContainText(
    "if they agree, add it to Large invoices, add the tags approved",
  );
  await expect(sentence).toContainText("Complete");

  const tags = page.getByRole("button", { name: /^3\. Add tags/ });
  await tags.press("Alt+ArrowUp");
  await expect(page.getByRole("button", { name: /^2\. Add tags/ })).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(tags).toBeFocused();

  await page.keyboard.press("Control+s");
  await expect(page).toHaveURL(/\/automations\/atm_/);
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await press(page.getByRole("button", { name: "Publish", exact: true }));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Note").fill("As agreed");
  expect(await faults(page)).toEqual([]);
  await press(dialog.getByRole("button", { name: "Publish and turn on" }));
  await expect(page.getByText("On", { exact: true })).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await press(page.getByRole("button", { name: /^1\. Ask Ada Lovelace/ }));
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("tab", { name: "Canvas" }).click();
  await expect(page.locator(".react-flow__node").first()).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await faults(page)).toEqual([]);
  await page.goto("/automations");
  await expect(page.getByRole("link", { name: "Large invoices of new suppliers" })).toBeVisible();
  await expect(page.getByText("On", { exact: true })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("an example says what is still to be done, and is not published before that", async ({
  page,
}) => {
  await page.goto("/automations");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "Large invoice from a new supplier" }).click();
  await expect(page.getByRole("button", { name: "2 things to do" })).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Not yet complete" });
  await expect(dialog.getByText("Choose who is asked.")).toBeVisible();
  await dialog.getByRole("button", { name: "Show the first" }).click();
  await expect(page.getByRole("group", { name: "Who is asked" })).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await page.getByRole("button", { name: /^1\. / }).press("Delete");
  await expect(page.getByText("2 steps were removed")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("button", { name: /^1\. Ask a person/ })).toBeVisible();
});

test("what somebody else has saved is not overwritten unasked, and an earlier version comes back", async ({
  page,
}) => {
  const definition = {
    schema: 1,
    trigger: { kind: "document.ready" },
    when: null,
    start: "tag",
    nodes: [
      { id: "tag", kind: "action", action: "add-tags", input: { tags: ["seen"] }, next: null },
    ],
  };
  const made = await call(page, "automations.save", { name: "Tag it", definition });
  const { id, revision } = await call(page, "automations.publish", {
    id: made.id,
    revision: made.revision,
  });
  await page.goto(`/automations/${id}`);
  await page.getByLabel("Name", { exact: true }).fill("Mine");
  await call(page, "automations.save", { id, revision, name: "Theirs", definition });
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Somebody else has saved this automation")).toBeVisible();
  await page.getByRole("button", { name: "Show theirs, drop mine" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Theirs");

  await page.getByRole("button", { name: /^1\. Add tags/ }).press("Delete");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Compare with the saved draft" }).click();
  await expect(page.getByText("removed step: add the tags seen")).toBeVisible();
  await page.getByRole("button", { name: "Make it the draft" }).click();
  await page.getByRole("tab", { name: "Steps" }).click();
  await expect(page.getByRole("button", { name: /^1\. Add tags/ })).toBeVisible();

  await page.getByRole("button", { name: "More for Theirs" }).click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
});

test("an automation asks, a person answers on the page of questions, and the run explains itself and is undone", async ({
  page,
  uploads,
}) => {
  const definition = {
    schema: 1,
    trigger: { kind: "document.ready" },
    when: { rows: { match: "all", of: [{ field: "doc.title", is: "holds", value: "plan" }] } },
    start: "ask",
    nodes: [
      {
        id: "ask",
        kind: "approval",
        question: "Is {{ doc.title }} final?",
        approvers: [{ kind: "role", role: "owner" }],
        allowSelf: true,
        yes: "tag",
        no: null,
      },
      { id: "tag", kind: "action", action: "add-tags", input: { tags: ["final"] }, next: null },
    ],
  };
  const { id, revision } = await call(page, "automations.save", { name: "Plans", definition });
  await call(page, "automations.publish", { id, revision });
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");

  const questions = page.getByRole("list", { name: "Approvals" });
  await expect(async () => {
    await page.goto("/automations/approvals");
    await expect(questions).toContainText("Is Project plan, the move final?", { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByLabel("Note (optional)").fill("As discussed");
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("heading", { name: "Nobody waits for your answer" })).toBeVisible();
  await page.getByRole("tab", { name: "Answered" }).click();
  await expect(questions).toContainText("As discussed");

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(async () => {
    await page.goto(`/automations/${id}?tab=runs`);
    await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole("button", { name: "What happened with Project plan, the move" }).click();
  const lines = page.getByRole("list", { name: "What happened" });
  await expect(lines).toContainText("Approved: Ada Lovelace: As discussed");
  await expect(lines).toContainText("final");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Undo 1 change" }).click();
  await expect(page.getByText("What could be undone was undone.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo 1 change" })).toHaveCount(0);
});

test("an automation is rehearsed on what is there, applied to it, and all of it is taken back", async ({
  page,
  uploads,
}) => {
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");
  const definition = {
    schema: 1,
    trigger: { kind: "document.ready" },
    when: { rows: { match: "all", of: [{ field: "doc.title", is: "holds", value: "plan" }] } },
    start: "tag",
    nodes: [
      { id: "tag", kind: "action", action: "add-tags", input: { tags: ["plans"] }, next: null },
    ],
  };
  const { id } = await call(page, "automations.save", { name: "Tag plans", definition });
  await page.goto(`/automations/${id}`);
  await page.getByRole("tab", { name: "Rehearsal" }).click();
  await expect(page.getByText("Nothing was rehearsed yet.")).toBeVisible();
  await page.getByRole("button", { name: "Rehearse", exact: true }).click();
  await expect(page).toHaveURL(/rehearsal=/);
  const apply = page.getByRole("button", { name: "Apply to this document" });
  await expect(apply).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: "Documents of the rehearsal" })).toContainText(
    "plans",
  );
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await apply.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("All changes can be undone afterwards.");
  await dialog.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(page.getByText("This rehearsal was applied.")).toBeVisible();
  const isTagged = async () =>
    (await (await page.request.get("/api/v1/documents")).text()).includes('"plans"');
  await expect.poll(isTagged, { timeout: 60_000 }).toBe(true);

  await page.reload();
  await page.getByRole("button", { name: "Undo all of it" }).click();
  await expect.poll(isTagged, { timeout: 60_000 }).toBe(false);
});
