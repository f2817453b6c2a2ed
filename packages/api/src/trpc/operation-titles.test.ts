import { expect, test } from "vitest";

import { operationTitles } from "./operation-titles";

test("the audit page of a workspace has words for what people do, and none of the platform's", () => {
  const { items } = operationTitles(["workspace", "identity"]);

  expect(items).toContainEqual({
    name: "documents.rename-document",
    title: "Rename a document",
    isAudited: true,
  });
  expect(items).toContainEqual({
    name: "documents.list-documents",
    title: expect.any(String),
    isAudited: false,
  });
  expect(items.map(({ name }) => name)).toContain("identity.sign-in");
  expect(items.filter(({ name }) => name.startsWith("platform."))).toEqual([]);
});

test("titles come in the order in which a person looks for them", () => {
  const titles = operationTitles(["platform"]).items.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(5);
  expect(titles).toEqual([...titles].sort((one, other) => one.localeCompare(other, "en")));
});
