/**
 * The paragraph, heading or item that lines belong to by the tags of the file itself. Lines of one part share the object. Without a kind the part is a paragraph or a
 * heading that only its look tells. `isLoose` says that the lines need not be one paragraph, as inside a picture.
 */
export type MarkedPart = {
  kind?: "paragraph" | "title" | "heading" | "list-item" | "caption" | "footnote";
  level?: number;
  isLoose?: boolean;
  /** The line is a running header or footer. */
  isRunning?: boolean;
};
