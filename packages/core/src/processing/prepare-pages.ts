import { z } from "zod";
import { readableKeyOf } from "../content/contract/readable-key";
import { isPrintable, keepRenditionWords, renditionOf } from "../content/contract/rendition";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { findForProcessing } from "./stages/find-for-processing";

/**
 * Prints an Office document with LibreOffice and stores its pages and the places of their words, so that it opens as pages. Does nothing for
 * other documents, where LibreOffice is not installed, and a second time.
 */
export const preparePages = flow("processing.prepare-pages", {
  title: "Print the pages of an Office document",
  permission: "document.process",
  input: z.object({ documentId }),
  output: z.object({ pages: z.number().int().min(0) }),
  doors: ["job"],
  uses: ["files", "reader"],
  audit: { notAudited: "It makes a copy for viewing, which can be made again." },

  async handle({ caller, files, reader, workspaceId }, { documentId: id }) {
    const document = await findForProcessing(caller, { documentId: id });
    if (!isPrintable(document.format)) return { pages: 0 };
    const printed = { ...document, workspaceId };
    const readable = await readableKeyOf(files, workspaceId, document);
    const rendition = await renditionOf({ files, reader }, printed, readable);
    if (!rendition) return { pages: 0 };
    await keepRenditionWords({ files, reader }, printed, rendition.key);
    return { pages: rendition.pages };
  },
});
