import { describe, expect, test } from "vitest";

import { conventionsOf } from "../entities/conventions";
import { findDetails, personalDataOf } from "./find-personal-data";

async function found(text: string, language: string | null = "en"): Promise<string[]> {
  const details = await findDetails(text, conventionsOf(text, language));
  return details.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("personal details", () => {
  test("are found in a letter, each at its exact place, in the order of the text", async () => {
    const letter = [
      "Dr. Anna Keller, Lindenstraße 12a, 10969 Berlin",
      "geboren am 3. Mai 1980, Steuer-ID 36 574 261 809",
      "Tel. 030 23125000, anna.keller@oak.example",
      "IBAN DE89 3704 0044 0532 0130 00",
    ].join("\n");
    expect(await found(letter, "de")).toEqual([
      "address: Lindenstraße 12a, 10969 Berlin",
      "birth-date: 3. Mai 1980",
      "tax-number: 36 574 261 809",
      "phone: 030 23125000",
      "email: anna.keller@oak.example",
      "iban: DE89 3704 0044 0532 0130 00",
    ]);
  });

  test("are one where the same value is in two places", async () => {
    const text =
      "Write to a.b@oak.example or call +44 20 7946 0018.\nA.B@oak.example, +442079460018";
    const details = await findDetails(text, conventionsOf(text, "en"));
    expect(
      personalDataOf(text, details).map(({ kind, evidence }) => [kind, evidence.length]),
    ).toEqual([
      ["email", 2],
      ["phone", 2],
    ]);
  });

  test.each([
    ["en", "221B Baker Street, London NW1 6XE"],
    ["en", "350 Fifth Avenue, New York, NY 10118"],
    ["de", "Platz der Republik 1, 11011 Berlin"],
    ["fr", "10 bis, rue de la Paix, 75002 Paris"],
    ["es", "Calle Mayor, 3, 28013 Madrid"],
    ["it", "Via Roma 131, 10123 Torino"],
    ["nl", "Kerkstraat 10, 1017 GP Amsterdam"],
    ["pl", "ul. Marszałkowska 10/12, 00-590 Warszawa"],
    ["pt", "Rua Augusta n.º 25, 1100-048 Lisboa"],
    ["sv", "Drottninggatan 5, 111 51 Stockholm"],
    ["da", "Vesterbrogade 3, 1620 København"],
  ])("include addresses in the forms of countries: %s %s", async (language, text) => {
    expect(await found(text, language)).toEqual([`address: ${text}`]);
  });

  test("include the lines of an address below its street", async () => {
    const block = "Ferryman & Sons\n12 Ferry Lane\nFlat 3\nYork YO1 7HH";
    expect(await found(`${block}\n\nDear Ms Finch`)).toEqual([
      "address: 12 Ferry Lane\nFlat 3\nYork YO1 7HH",
    ]);
  });

  test.each([
    ["en", "On June 30, 2025 the Monitoring 5 of Windows 11 ended. See Table 3 Results 2024."],
    ["de", "Die Lieferung 12 kam am 3. März 2025, siehe Abschnitt 4 Wartung 2."],
    ["en", "The meeting was on 12 May 1999. He has been born again."],
  ])("are not made of dates, tables and names with numbers: %s %s", async (language, text) => {
    expect(await found(text, language)).toEqual([]);
  });

  test.each([
    ["en", "Date of birth: 12/25/1980", "12/25/1980"],
    ["de", "geb. 03.05.1980 in Köln", "03.05.1980"],
    ["fr", "née le 3 mai 1980", "3 mai 1980"],
    ["es", "Fecha de nacimiento: 3 de mayo de 1980", "3 de mayo de 1980"],
    ["it", "nata il 03/05/1980", "03/05/1980"],
    ["nl", "Geboortedatum: 3 mei 1980", "3 mei 1980"],
    ["pl", "Data urodzenia: 03.05.1980", "03.05.1980"],
    ["pt", "Data de nascimento: 03/05/1980", "03/05/1980"],
    ["sv", "född 1980-05-03", "1980-05-03"],
    ["da", "født den 3. maj 1980", "3. maj 1980"],
  ])("include dates behind a word of birth: %s %s", async (language, text, date) => {
    expect(await found(text, language)).toEqual([`birth-date: ${date}`]);
  });

  test("are found in a long text beyond what other parts of understanding read", async () => {
    const filler = "The rent is due on Monday, and the house is painted white.\n".repeat(8_000);
    expect(await found(`${filler}Write to far.away@oak.example.\n${filler}`)).toEqual([
      "email: far.away@oak.example",
    ]);
  });
});
