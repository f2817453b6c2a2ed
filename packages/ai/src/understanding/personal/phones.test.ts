import { describe, expect, test } from "vitest";

import { conventionsOf } from "../entities/conventions";
import { countriesOf } from "./countries";
import { findPhones } from "./phones";

/** Finds the phones of a document in a language, as numbers with a country code where that is clear. */
function phones(text: string, language: string | null): string[] {
  const countries = countriesOf(text, conventionsOf(text, language));
  return text
    .split("\n")
    .flatMap((line, at, lines) =>
      findPhones({ text: line, before: `${lines[at - 1] ?? ""}\n` }, { countries }).map(
        ({ start, end, normalised }) => normalised ?? line.slice(start, end),
      ),
    );
}

// Numbers are of the ranges that the authorities keep for fiction, or of public bodies.
describe("phones", () => {
  test.each([
    ["de", "Tel. 030 23125000", "+493023125000"],
    ["fr", "Tél. 01.44.55.66.77", "+33144556677"],
    ["de", "Telefon 0041 44 668 18 00", "+41446681800"],
    ["en", "Phone: (415) 555-2671", "+14155552671"],
    ["en", "our London office, Tel: 020 7946 0018, www.oak.co.uk", "+442079460018"],
    ["it", "Tel. 06 4882 7501", "+390648827501"],
    ["es", "Teléfono: 910 123 456", "+34910123456"],
    ["nl", "Telefoon 020 551 1911", "+31205511911"],
    ["pl", "tel. 22 555 01 23", "+48225550123"],
    ["sv", "Telefon: 08-465 004 00", "+46846500400"],
    ["da", "Tlf. 33 92 33 92", "+4533923392"],
    ["pt", "Telefone: (11) 3550-1234", "+551135501234"],
    ["en", "T: 020 7946 0018", "+442079460018"],
    ["en", "Phone: 415.555.2671 ext. 22", "+14155552671"],
    ["nl", "Bel 06-12345678", "+31612345678"],
    ["en", "Mobile: 98765 43210, Pune, India", "+919876543210"],
    [null, "call +44 20 7946 0018 today", "+442079460018"],
    [null, "+41 (0)44 668 18 00", "+41446681800"],
  ])("of the language's countries are found: %s %s", (language, text, expected) => {
    expect(phones(text, language)).toEqual([expected]);
  });

  test("follow the country that addresses and domains tell rather than the language", () => {
    const letter = "Muster AG, CH-8001 Zürich, www.muster.ch\nTelefon 044 668 18 00";
    expect(phones(letter, "de")).toEqual(["+41446681800"]);
    const austrian = "UID ATU12345678, 1010 Wien, Österreich\nTel. 01 711 00 0";
    expect(phones(austrian, "de")).toEqual(["+431711000"]);
  });

  test("are found behind a word even if no country is known, without a country code", () => {
    expect(phones("Phone:\n9472 7916", null)).toEqual(["9472 7916"]);
    expect(phones("780 6326 office", null)).toEqual(["780 6326"]);
  });

  test.each([
    ["en", "Invoice 4155552671"],
    ["en", "under DFAR section 252.227-7014"],
    ["en", "from 2019-2020 and on 12.05.2021"],
    ["en", "a total of 1,234,567 pieces"],
    ["de", "Rechnung Nr. 030 2312500"],
    ["en", "at 192.168.17.4"],
    ["en", "the 911 call 26-004417 was typed"],
  ])("are no other numbers: %s %s", (language, text) => {
    expect(phones(text, language)).toEqual([]);
  });
});
