import { expect, test } from "vitest";
import { factsOfFields } from "./facts-of-fields";

test("the same fact of two fields is one fact with its places, and each names its field", () => {
  const number = { name: "invoice number", value: "7", file: "a.xml" };

  expect(
    factsOfFields([
      { ...number, element: "/Invoice/ID", span: [4, 5] },
      { ...number, element: "/Invoice/Copy/ID", span: [9, 10] },
      { name: "IBAN", value: "DE02", element: "/Invoice/IBAN" },
    ]),
  ).toMatchObject([
    {
      name: "invoice number",
      element: "a.xml#/Invoice/ID",
      evidence: [
        [4, 5],
        [9, 10],
      ],
    },
    { name: "IBAN", element: "/Invoice/IBAN", evidence: [] },
  ]);
});

test("days and sums are in their normal form, and an invoice number that looks like a day is none", () => {
  const stated = [
    { name: "due date", value: "2026-03-04", element: "/a" },
    { name: "total", value: "EUR -12.50", element: "/b" },
    { name: "invoice number", value: "2026-03-04", element: "/c" },
  ];
  const number = { name: "invoice number", label: "Number", kind: "identifier" as const };

  expect(
    factsOfFields(stated, [{ ...number, meaning: "", labels: [] }]).map((fact) => fact.normalised),
  ).toEqual(["2026-03-04", "EUR -12.50", undefined]);
});
