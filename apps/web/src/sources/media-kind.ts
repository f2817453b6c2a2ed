const kinds = [
  [/^application\/pdf$/, "pdf"],
  [/^application\/vnd\.google-apps\.document$/, "googleDocument"],
  [/^application\/vnd\.google-apps\.spreadsheet$/, "googleSheet"],
  [/^application\/vnd\.google-apps\.presentation$/, "googleSlides"],
  [/wordprocessingml|opendocument\.text|^application\/(msword|rtf)$|^text\/rtf$/, "document"],
  [/spreadsheetml|opendocument\.spreadsheet|ms-excel|^text\/(csv|tab-separated-values)$/, "sheet"],
  [/presentationml|opendocument\.presentation|ms-powerpoint/, "slides"],
  [/^image\//, "picture"],
  [/^(audio|video)\//, "recording"],
  [/^message\/rfc822$|ms-outlook/, "mail"],
  [/^text\/calendar$/, "event"],
  [/^text\/html$|xhtml/, "page"],
  [/^application\/(zip|gzip|x-7z-compressed|x-tar|vnd\.rar)$/, "archive"],
  [/^text\//, "text"],
] as const;

export type MediaKind = (typeof kinds)[number][1];

/** Returns the kind of file that a media type means to people; null for one that has no plain name. */
export function mediaKindOf(mediaType: string): MediaKind | null {
  return kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? null;
}
