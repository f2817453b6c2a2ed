import { z } from "zod";
import { command } from "../operation/command";
import { documentShape } from "./contract/looked-document";
import { mustBeOpen } from "./contract/must-be-open";

/** Lists documents of the workspace to an admin with an open look. Private ones are not among them. It is a command, so that it leaves a row. */
export const listLookedAt = command("looks.list-looked-at", {
  title: "List documents during a look",
  permission: "look.use",
  input: z.object({ title: z.string().max(200).optional() }),
  output: z.object({ id: z.string(), items: z.array(documentShape) }),
  doors: [],

  async handle(tools, { title }) {
    await mustBeOpen(tools);
    const { documents, workspaceId } = tools;
    const filter = title ? { conditions: [{ kind: "titled" as const, text: title }] } : {};
    const { items } = await documents.list(filter, { limit: 50 });
    return { id: workspaceId, items: items.map((document) => documentShape.parse(document)) };
  },
});
