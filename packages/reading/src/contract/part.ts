/** A file inside a mail, a PDF, an Office document or an archive. */
export type Part = { fileName: string; mediaType: string; bytes: Buffer; isInline: boolean };
