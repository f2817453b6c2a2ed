import { z } from "zod";
import { conflict, notFound } from "../errors";
import { command } from "../operation/command";
import { sensitivityKinds } from "./contract/sensitivity-words";

/** Marks documents as sensitive: one, or all of a type, with a tag, or in a project, now and later. Each opening of one leaves a row in the audit log. */
export const addRule = command("sensitivity.add-rule", {
  title: "Mark documents as sensitive",
  permission: "document.markSensitive",
  input: z.object({ kind: z.enum(sensitivityKinds), value: z.string().min(1).max(100) }),
  output: z.object({ id: z.string() }),
  doors: ["web"],
  audit: { subjects: ({ id }, { kind, value }) => (kind === "type" ? [id] : [id, value]) },

  async handle(tools, { kind, value }) {
    const { sensitivity, actor, clock, changed } = tools;
    await mustBeThere(tools, kind, value);
    const createdById = actor.kind === "user" ? actor.id : "";
    const id = await sensitivity.add({ kind, value, createdById, createdAt: clock() });
    if (!id) conflict("These documents are marked as sensitive already");
    changed({ subject: id, before: { rule: null }, after: { rule: { kind, value } } });
    return { id };
  },
});

type Tools = Parameters<Parameters<typeof command>[1]["handle"]>[0];

async function mustBeThere(
  { documents, tags, projects }: Pick<Tools, "documents" | "tags" | "projects">,
  kind: (typeof sensitivityKinds)[number],
  value: string,
): Promise<void> {
  if (kind === "document" && !(await documents.find(value))) notFound("Document", value);
  if (kind === "tag" && !(await tags.find(value))) notFound("Tag", value);
  if (kind === "project" && !(await projects.find(value))) notFound("Project", value);
}
