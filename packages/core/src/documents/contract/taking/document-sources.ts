/** The ways in which a document came here. The last ones are sources that are kept the same. */
export const documentSources = [
  "upload",
  "api",
  "attachment",
  "sample",
  "drive",
  "gmail",
  "calendar",
  "onedrive",
  "sharepoint",
  "outlook",
  "teams",
  "dropbox",
  "imap",
  "webhook",
  "meeting",
] as const;
export type DocumentSource = (typeof documentSources)[number];
