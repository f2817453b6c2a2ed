import { z } from "zod";
import { query } from "../operation/query";
import { NamedRule } from "./contract/rule";

/** Lists the marks of the workspace, oldest first, with the names of what they are about. */
export const listRules = query("sensitivity.list-rules", {
  title: "List the marks of sensitive documents",
  permission: "document.markSensitive",
  input: z.object({}),
  output: z.object({ items: z.array(NamedRule) }),
  doors: ["web"],

  async handle({ sensitivity, documents, tags, projects }) {
    const rules = await sensitivity.list();
    const of = (kind: string) => rules.filter((rule) => rule.kind === kind).map((r) => r.value);
    const titles = new Map((await documents.findMany(of("document"))).map((d) => [d.id, d.title]));
    const names = new Map([
      ...(await tags.list(1_000)).map(({ id, name }) => [id, name] as const),
      ...(await projects.findMany(of("project"))).map(({ id, name }) => [id, name] as const),
      ...titles,
    ]);
    const items = rules.map(({ id, kind, value, createdAt }) => ({
      ...NamedRule.shape.kind.transform((known) => ({ id, kind: known, value })).parse(kind),
      name: kind === "type" ? value : (names.get(value) ?? null),
      createdAt,
    }));
    return { items };
  },
});
