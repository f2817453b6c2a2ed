import { z } from "zod";
import { notFound } from "../errors";
import { documentId } from "../ids";
import { flow } from "../operation/flow";
import { ofType } from "../shapes";
import { undrawn } from "./contract/failure";
import { pictureKeyOf } from "./contract/picture-key";
import { pictureTypeOf, type pictureTypes } from "./contract/picture-type";
import { findOriginal } from "./find-original";
import { pictureWidth } from "./picture-width";

/** Pictures with more bytes are drawn again, no wider than `widest`. */
const mostBytes = 2_000_000;
const widest = pictureWidth(1600);

type Shown = { bytes: Uint8Array; mediaType: (typeof pictureTypes)[number] };

/**
 * Returns a picture that a document shows in its text, by the id that the parsed document has for it. What a browser cannot show, or what is
 * very large, is drawn as PNG; that image is stored. Throws `UNSUPPORTED_TYPE` for drawings that cannot be drawn.
 */
export const getPicture = flow("content.get-picture", {
  title: "Show a picture of a document",
  permission: "document.read",
  input: z.object({ id: documentId, picture: z.string().regex(/^[\da-f]{64}$/) }),
  output: ofType<Shown>(),
  doors: ["web", "rest"],
  opens: ({ id }) => id,
  uses: ["files", "reader"],
  audit: { notAudited: "It is part of viewing a document, which get-html and get-text record." },

  async handle({ caller, files, reader, workspaceId }, { id, picture }): Promise<Shown> {
    await findOriginal(caller, { id });
    const key = pictureKeyOf(workspaceId, id, picture);
    const drawn = `${key}.png`;
    if (await files.exists(drawn))
      return { bytes: await files.read(drawn), mediaType: "image/png" };
    if (!(await files.exists(key))) return notFound("Picture", picture);
    const bytes = await files.read(key);
    const mediaType = pictureTypeOf(bytes);
    if (mediaType && bytes.length <= mostBytes) return { bytes, mediaType };
    return files.withCopy(key, async (path) => {
      const image = await reader.renderPage({ path, page: 1, width: widest }).catch(undrawn);
      await files.write(drawn, image);
      return { bytes: image, mediaType: "image/png" };
    });
  },
});
