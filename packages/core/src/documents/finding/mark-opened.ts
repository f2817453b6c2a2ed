import { z } from "zod";

import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Remembers that the caller opened a document, for `is:unread-by-me`. */
export const markOpened = command("documents.mark-opened", {
  title: "Mark a document as opened by me",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: nothing,
  doors: ["web"],
  audit: { notAudited: "It changes only what its caller has not yet read." },

  async handle({ documents, documentOpenings, actor, clock }, { id }) {
    if (!(await documents.find(id))) notFound("Document", id);
    if (actor.kind === "user") await documentOpenings.put(id, actor.id, clock());
  },
});
