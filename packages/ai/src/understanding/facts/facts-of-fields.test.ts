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
