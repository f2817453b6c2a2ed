import { z } from "zod";

import { command } from "../operation/command";
import { LinkedDocument } from "./contract";
import { findLinked } from "./linked-document";

/** Returns the document of the caller's link and counts the opening. */
export const openLink = command("sharing.open-link", {
  title: "Open a document by its link",
  feature: "public-links",
  permission: "document.read",
  input: z.object({}),
  output: LinkedDocument,
  doors: [],
  audit: { subjects: ({ id }) => [id] },

  async handle({ documents, documentLinks, actor, clock }) {
    const { link, document } = await findLinked({ documents }, actor);
    await documentLinks.countOpening(link.id, clock());
    return document;
  },
});
