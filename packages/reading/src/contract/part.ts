/** A file inside another: of a mail, a PDF, an Office document, an archive. */
export type Part = { fileName: string; mediaType: string; bytes: Buffer; isInline: boolean };
