import { expect, test } from "vitest";

import { firms } from "./firms";

test.each([
  [
    "between Orion Software, Inc. and Oak Partners LLP.",
    ["Orion Software, Inc.", "Oak Partners LLP"],
  ],
  ["The Alder Metals GmbH delivers.", ["Alder Metals GmbH"]],
  ["by Delta Freight Services B.V. as Borrower", ["Delta Freight Services B.V."]],
  ["Sakura Trading Co., Ltd. of Osaka", ["Sakura Trading Co., Ltd."]],
  ["Die Siemens AG liefert, und die Weber GmbH zahlt.", ["Siemens AG", "Weber GmbH"]],
  ["the company is limited in what it does", []],
])("firms are found in %j with their legal form", (text, expected) => {
  expect(firms(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
