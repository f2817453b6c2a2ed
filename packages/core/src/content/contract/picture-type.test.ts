import { expect, test } from "vitest";
import { pictureTypeOf } from "./picture-type";

test.each([
  ["\x89PNG\r\n\x1a\n....", "image/png"],
  ["\xff\xd8\xff\xe0....", "image/jpeg"],
  ["GIF89a....", "image/gif"],
  ["RIFF....WEBPVP8 ", "image/webp"],
  ["<svg onload='alert(1)'>", null],
  ["<html><script>GIF89a", null],
  ["RIFF....WAVE", null],
  ["", null],
])("a picture that begins with %j is of the kind %s", (head, type) => {
  expect(pictureTypeOf(Buffer.from(head, "latin1"))).toBe(type);
});
