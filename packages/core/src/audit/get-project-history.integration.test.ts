import { expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { aDocument, aRestrictedProject } from "../../test/documents";
import { createProject } from "../projects/create-project";
import { updateProject } from "../projects/update-project";
import { getProjectHistory } from "./get-project-history";

test("the activity of a project names who did what, newest first", async () => {
  const ctx = await aContext();
  const { id } = await createProject(ctx, { name: "Building" });
  await updateProject(ctx, { id, name: "The mill" });
  await aDocument(ctx, { projectIds: [id] });
  const reader = await aColleague(ctx, { role: "viewer" });

  const { items } = await getProjectHistory(reader, { id });
  expect(items.map(({ operation }) => operation)).toEqual([
    "documents.upload-document",
    "projects.update-project",
    "projects.create-project",
  ]);
});

test("it is shown neither next door nor to people who do not see the project", async () => {
  const owner = await aContext({ role: "owner" });
  const { project, outsider } = await aRestrictedProject(owner);
  for (const stranger of [outsider, await aContext({ role: "owner" })])
    await expect(getProjectHistory(stranger, { id: project.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
});
