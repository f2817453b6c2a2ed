import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { command } from "../operation/command";
import { documentShape } from "./contract/looked-document";
import { mustBeOpen } from "./contract/must-be-open";

/** Opens a document to an admin with an open look: its title and its text, page by page. It is a command, so that it leaves a row. */
export const openLookedAt = command("looks.open-looked-at", {
  title: "Open a document during a look",
  permission: "look.use",
  input: z.object({ id: documentId }),
  output: documentShape.extend({ pages: z.array(z.string()) }),
  doors: [],

  async handle(tools, { id }) {
    await mustBeOpen(tools);
    const document = (await tools.documents.find(id)) ?? notFound("Document", id);
    const pages = await tools.pageTexts.list(id);
    return { ...documentShape.parse(document), pages: pages.map(({ text }) => text) };
  },
});
