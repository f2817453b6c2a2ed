import type { BlockInput, TableInput } from "@besunny/document-model/document-builder";

/**
 * An item that a walk over an Office file finds, in reading order. `path` is the path of its part in the archive, `words` are
 * the words on a picture as the file itself states them.
 */
export type ContentItem =
  | BlockInput
  | ({ kind: "table" } & TableInput)
  | { kind: "picture"; path: string | undefined; description: string; words?: string }
  | { kind: "chart"; path: string }
  | { kind: "diagram"; path: string }
  | { kind: "embedded"; path: string; name: string }
  | { kind: "chunk"; path: string };
