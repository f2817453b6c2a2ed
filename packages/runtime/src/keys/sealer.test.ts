import { randomBytes } from "node:crypto";
import { AppError } from "@besunny/core/errors";
import { expect, test } from "vitest";

import { createSealer } from "./sealer";

const aKey = () => randomBytes(32).toString("base64");
const key = aKey();
const sealer = createSealer({ current: key });
const place = { table: "connections", column: "sealed_tokens", id: "con_1" };

test("what was sealed opens at its place, and says nothing of itself", () => {
  const sealed = sealer.seal("token-ü-1", place);

  expect(sealer.open(sealed, place)).toBe("token-ü-1");
  expect(Buffer.from(sealed).toString("latin1")).not.toContain("token");
  expect(sealer.seal("token-ü-1", place)).not.toEqual(sealed);
  expect(sealer.open(sealer.seal("", place), place)).toBe("");
});

test.each([
  ["row", { ...place, id: "con_2" }],
  ["column", { ...place, column: "sealed_secret" }],
  ["table", { ...place, table: "watches" }],
])("it does not open in another %s", (_, elsewhere) => {
  expect(() => sealer.open(sealer.seal("token", place), elsewhere)).toThrow(/damaged/);
});

test("it does not open with any byte changed or left out", () => {
  const sealed = sealer.seal("token", place);
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => sealer.open(changed, place), `byte ${at}`).toThrow(AppError);
    expect(() => sealer.open(sealed.slice(0, at), place), `${at} bytes`).toThrow(AppError);
  }
});

test("a key of before opens and seals no more, and what is sealed anew needs it no longer", () => {
  const old = sealer.seal("token", place);
  const newKey = aKey();
  const both = createSealer({ current: newKey, before: [key] });
  const alone = createSealer({ current: newKey });

  expect(both.open(old, place)).toBe("token");
  const renewed = both.rotate(old, place);
  if (!renewed) throw new Error("A value of an old key is sealed anew");
  expect(alone.open(renewed, place)).toBe("token");
  expect(both.rotate(renewed, place)).toBeNull();
  expect(alone.open(both.seal("other", place), place)).toBe("other");
});

test("a key that is not there is named, with what to do", () => {
  const open = () => createSealer({ current: aKey() }).open(sealer.seal("token", place), place);

  expect(open).toThrow(/sealed with the key [0-9a-f]{16}, which BeSunny does not have/);
  expect(open).toThrow(
    expect.objectContaining({
      code: "CORRUPT",
      hint: expect.stringMatching(/ENCRYPTION_KEY_BEFORE/),
    }),
  );
});

test("a key of another length is refused at once", () => {
  expect(() => createSealer({ current: "c2hvcnQ=" })).toThrow(/32 bytes/);
});
