import { expect, test } from "vitest";
import { headersOf } from "./headers-of";

const metadata = {
  from: "Ann Lee <ann@example.com>",
  to: ["Bob <bob@example.com>"],
  subject: "Keys",
};
const text = "Keys\n\nFrom: Ann Lee <ann@example.com>\nTo: Bob <bob@example.com>\n\nHello Bob";

test("a mail states its sender, recipients and subject where its text shows them", () => {
  const facts = headersOf({ format: "eml", text, metadata });

  expect(facts.map(({ name, value, span }) => [name, value, span && text.slice(...span)])).toEqual([
    ["sender", "Ann Lee <ann@example.com>", "Ann Lee <ann@example.com>"],
    ["recipient", "Bob <bob@example.com>", "Bob <bob@example.com>"],
    ["subject", "Keys", "Keys"],
  ]);
});

test("other files have no such headers", () => {
  expect(headersOf({ format: "pdf", text, metadata })).toEqual([]);
});
