import { expect, test } from "vitest";

import { mediaKindOf } from "./media-kind";

test.each([
  ["application/pdf", "pdf"],
  ["application/vnd.google-apps.spreadsheet", "googleSheet"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "document"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sheet"],
  ["application/vnd.oasis.opendocument.presentation", "slides"],
  ["text/csv", "sheet"],
  ["text/markdown", "text"],
  ["text/html", "page"],
  ["image/heic", "picture"],
  ["message/rfc822", "mail"],
  ["application/x-unheard-of", null],
])("%s is %s", (mediaType, kind) => expect(mediaKindOf(mediaType)).toBe(kind));
