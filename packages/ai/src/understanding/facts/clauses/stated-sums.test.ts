import { expect, test } from "vitest";
import { aField } from "../../../../test/fields";
import { conventionsOf } from "../../entities/conventions";
import { statedSums } from "./stated-sums";

const fields = [
  aField("rent", "money", "rent; monthly rent; Miete; loyer mensuel"),
  aField("salary", "money", "salary; annual salary; Gehalt"),
  aField("total", "money", "total"),
];

function found(text: string, language = "en") {
  return statedSums(text, fields, conventionsOf(text, language)).map(
    ({ name, normalised, evidence }) => [name, normalised, text.slice(...(evidence[0] ?? []))],
  );
}

test.each([
  ["4.1 The monthly rent is €4,100.00 net, plus VAT.", "en", ["rent", "EUR 4100", "€4,100.00"]],
  [
    "The annual salary shall be GBP 41,250 in twelve parts.",
    "en",
    ["salary", "GBP 41250", "GBP 41,250"],
  ],
  ["The rent (without service charges) is set at EUR 900.", "en", ["rent", "EUR 900", "EUR 900"]],
  ["Die Miete beträgt monatlich 1.250,50 Euro.", "de", ["rent", "EUR 1250.50", "1.250,50 Euro"]],
  ["Le loyer mensuel est fixé à 3 200 € hors taxes.", "fr", ["rent", "EUR 3200", "3 200 €"]],
])("reads %s", (text, language, fact) => expect(found(text, language)).toEqual([fact]));

test.each([
  "The rent is due on the first of each month. A fee of EUR 20 is charged.",
  "The rent is reviewed each year.",
  "The rent is increased from EUR 900 to EUR 950.",
  "The rent is not more than EUR 900.",
  "The total is EUR 5.",
  "The current is 4 A.",
])("finds no sum in %s", (text) => expect(found(text)).toEqual([]));
