import type { Format } from "./parsed-document";

/**
 * The release of the reader of each family of formats. Raise it by hand when the reader returns other words, blocks or facts for the same
 * bytes. A test with a file of each format fails until that is done.
 */
export const readingReleases = {
  pdf: 2,
  picture: 1,
  office: 1,
  sheet: 1,
  web: 1,
  mail: 1,
  plain: 2,
  container: 1,
  recording: 1,
} as const satisfies Record<string, number>;

export type ReadingFamily = keyof typeof readingReleases;

/** The family of each format. */
export const readingFamilies: Readonly<Record<Format, ReadingFamily>> = {
  pdf: "pdf",
  xps: "pdf",
  png: "picture",
  jpeg: "picture",
  tiff: "picture",
  webp: "picture",
  gif: "picture",
  heic: "picture",
  avif: "picture",
  bmp: "picture",
  docx: "office",
  pptx: "office",
  odt: "office",
  odp: "office",
  rtf: "office",
  doc: "office",
  ppt: "office",
  onenote: "office",
  xlsx: "sheet",
  xls: "sheet",
  ods: "sheet",
  csv: "sheet",
  html: "web",
  xml: "web",
  epub: "web",
  markdown: "web",
  eml: "mail",
  msg: "mail",
  mbox: "mail",
  ics: "mail",
  pst: "mail",
  text: "plain",
  json: "plain",
  vtt: "plain",
  srt: "plain",
  zip: "container",
  pages: "container",
  numbers: "container",
  keynote: "container",
  mp3: "recording",
  m4a: "recording",
  mp4: "recording",
  wav: "recording",
  webm: "recording",
  ogg: "recording",
  flac: "recording",
};

/** Returns the release of the reader that reads the format now. */
export function readingReleaseOf(format: Format): number {
  return readingReleases[readingFamilies[format]];
}

/** Returns the formats of each family with the release that reads them now, to find what an earlier release read. */
export function currentReleases(): { formats: Format[]; release: number }[] {
  const formats = Object.keys(readingFamilies).filter(isFormat);
  return [...Map.groupBy(formats, (format) => readingFamilies[format])].map(([family, own]) => ({
    formats: own,
    release: readingReleases[family],
  }));
}

function isFormat(name: string): name is Format {
  return name in readingFamilies;
}
