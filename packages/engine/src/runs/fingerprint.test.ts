import { expect, test } from "vitest";

import { fingerprintOf } from "./fingerprint";

const of = (message: string, name = "Error", functionId = "app-work") =>
  fingerprintOf(functionId, { name, message });

test("errors that differ only in ids, numbers, addresses and quoted text are one", () => {
  expect(of("Document doc_01K8ZQ2M is missing after 3 tries")).toBe(
    of("Document doc_77AB90XY is missing after 12 tries"),
  );
  expect(of('Cannot read "a.pdf" of ada@example.test')).toBe(
    of('Cannot read "b.docx" of bob@other.example'),
  );
  expect(of("GET https://one.example/x answered 503")).toBe(
    of("GET http://two.example/y answered 502"),
  );
  expect(of("cannot open /var/data/a/1.bin")).toBe(of("cannot open /srv/b/2.bin"));
});

test("errors of another cause, name or function are others", () => {
  const one = of("The model is busy");
  expect(of("The model is missing")).not.toBe(one);
  expect(of("The model is busy", "TypeError")).not.toBe(one);
  expect(of("The model is busy", "Error", "app-other")).not.toBe(one);
});

test("an error that is no object has one too", () => {
  expect(fingerprintOf("app-work", "plain")).toMatch(/^[0-9a-f]{12}$/);
  expect(fingerprintOf("app-work", null)).toMatch(/^[0-9a-f]{12}$/);
});
