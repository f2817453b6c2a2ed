/**
 * A file inside a mail, a PDF, an Office document or an archive. `contentId` is the id by which the text of a mail or of a saved page names it,
 * without angle brackets.
 */
export type Part = {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
  isInline: boolean;
  contentId?: string;
};
