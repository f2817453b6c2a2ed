/** The operations that show a document or hand it out. A test compares them with the catalogue. */
export const openingOperations = [
  "content.find-on-pages",
  "content.find-parsed-document",
  "content.get-drawn-pages",
  "content.get-html",
  "content.get-mail-page",
  "content.get-page",
  "content.get-page-image",
  "content.get-picture",
  "content.get-reading-report",
  "content.get-table",
  "content.get-text",
  "content.list-tables",
  "documents.get-document",
  "content.record-opening",
  "documents.record-download",
  "looks.open-looked-at",
] as const;
