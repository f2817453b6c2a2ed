import type { BlockInput, TableInput } from "@besunny/document-model/document-builder";
import type { Box } from "@besunny/document-model/parsed-document";

/** An item that a walk over an Office file finds, in reading order. `path` is the path of its part in the archive. */
export type ContentItem =
  | BlockInput
  | ({ kind: "table" } & TableInput)
  | PictureItem
  | EmbeddedPicture
  | { kind: "chart"; path: string }
  | { kind: "diagram"; path: string }
  | { kind: "embedded"; path: string; name: string }
  | { kind: "chunk"; path: string };

/**
 * `size` is width and height as shown, in points; `boxes` is the place on a slide. `words` are the words on the picture as the
 * file itself states them.
 */
export type PictureItem = {
  kind: "picture";
  path: string | undefined;
  description: string;
  words?: string | undefined;
  size?: [width: number, height: number] | undefined;
  boxes?: Box[] | undefined;
};

/** A picture whose bytes are in the text itself. `size` is as in `PictureItem`. */
export type EmbeddedPicture = {
  kind: "embedded-picture";
  bytes: Buffer;
  size?: [width: number, height: number] | undefined;
};
