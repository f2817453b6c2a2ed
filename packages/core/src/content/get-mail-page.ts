import { createHash } from "node:crypto";
import { z } from "zod";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { count } from "../shapes";
import { undrawn } from "./contract/failure";
import { readableKeyOf } from "./contract/readable-key";
import { findOriginal } from "./find-original";

const mails = new Set(["eml", "msg"]);

/** Raise it when the reader lays out mails in another way, so that stored pages are made again. */
const LAYOUT = 1;

/**
 * Returns a mail as its sender laid it out: a whole HTML page without scripts, forms and frames, and the number of its remote pictures. Makes the page
 * once and stores it. `html` is null for a mail without HTML, and for documents of other kinds.
 */
export const getMailPage = flow("content.get-mail-page", {
  title: "Show a mail as it was sent",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: z.object({ html: z.string().nullable(), remotePictures: count }),
  doors: ["web", "rest"],
  opens: ({ id }) => id,
  uses: ["files", "reader"],

  async handle({ caller, files, reader, workspaceId }, { id }) {
    const document = await findOriginal(caller, { id });
    const { format, fileName, contentHash } = document;
    if (!mails.has(format ?? "")) return { html: null, remotePictures: 0 };
    const name = createHash("sha256").update(`${contentHash}/${LAYOUT}`).digest("hex");
    const key = `derived/${workspaceId}/${id}/mails/${name}.html`;
    if (await files.exists(key)) return shown(Buffer.from(await files.read(key)).toString());
    const readable = await readableKeyOf(files, workspaceId, document);
    const html = await files
      .withCopy(readable, (path) => reader.layOutMail({ path, fileName }))
      .catch(undrawn);
    await files.write(key, Buffer.from(html ?? ""));
    return shown(html ?? "");
  },
});

function shown(html: string): { html: string | null; remotePictures: number } {
  const remote = html.match(/<img [^>]*src="https?:/g) ?? [];
  return { html: html === "" ? null : html, remotePictures: remote.length };
}
