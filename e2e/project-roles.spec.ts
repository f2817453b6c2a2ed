import { expect, sample, test } from "./fixtures";

test("a document of a restricted project is opened only after a word about who will see it", async ({
  page,
  person,
  uploads,
}) => {
  expect(person.email).toBeTruthy();
  const made = await page.request.post("/api/trpc/projects.create", {
    data: { json: { name: "The move", isRestricted: true } },
  });
  const { id } = (await made.json()).result.data.json;
  await page.goto("/library");
  await uploads.pick(sample("Project plan, the move.md"));
  await uploads.ready("Project plan, the move");
  const plan = page.getByRole("link", { name: "Project plan, the move" }).first();
  const documentId = (await plan.getAttribute("href"))?.match(/doc_\w+/)?.[0] ?? "";
  const filed = await page.request.post("/api/trpc/projects.fileDocuments", {
    data: { json: { projectId: id, add: [documentId] } },
  });
  expect(filed.ok()).toBe(true);
  await page.goto(`/projects/${id}`);
  const row = page.getByRole("row").filter({ hasText: "Project plan, the move" });
  const takeOut = async () => {
    await row.getByRole("checkbox").check({ force: true });
    await page.getByRole("button", { name: "Take 1 document out" }).click();
  };

  await takeOut();
  const question = page.getByRole("dialog", { name: "Open to the whole workspace?" });
  await expect(question).toContainText("Everyone in the workspace (1 person) will see");
  await question.getByRole("button", { name: "Keep it closed" }).click();
  await expect(question).toBeHidden();
  await page.reload();
  await expect(row).toBeVisible();

  await takeOut();
  await question.getByRole("button", { name: "Open to everyone" }).click();
  await expect(page.getByText("No documents in this project")).toBeVisible();
});
