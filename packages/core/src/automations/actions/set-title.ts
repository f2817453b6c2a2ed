import { render } from "@besunny/rules/template";
import { z } from "zod";

import { renameDocument } from "../../documents/rename-document";
import { action, changeOf, textOf } from "./action";
import { linkOf } from "./link-of";
import { refusedTo } from "./may";

const LONGEST = 200;

export const setTitle = action({
  name: "set-title",
  field: "title",
  input: z.object({ title: z.string().trim().min(1).max(500) }),
  isReversible: true,
  templates: ({ title }) => [{ text: title, path: ["title"] }],
  words: ({ title }) => ({ title }),

  plan(world, subject, { title }) {
    const refused = refusedTo(world, subject, "document.rename");
    if (refused) return refused;
    const { document, record } = subject;
    const { text, missing } = render(title, record, linkOf(document.id));
    if (text === null) return { kind: "refused", because: `${missing} is not known.` };
    const after = text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
    if (after === "") return { kind: "refused", because: "The title would be empty." };
    return changeOf(
      {
        action: "set-title",
        documentId: document.id,
        field: "title",
        before: document.title,
        after,
      },
      "It has this title already.",
    );
  },

  foresee: (_world, { document, record }, { after }) => {
    const title = textOf(after);
    return {
      document: { ...document, title },
      record: { ...record, doc: { ...record.doc, title } },
    };
  },
  async perform(caller, { documentId, after }) {
    await renameDocument(caller, { id: documentId, title: textOf(after) });
  },
  async undo(caller, { documentId, before }) {
    await renameDocument(caller, { id: documentId, title: textOf(before) });
  },
});
