import { describe, expect, test } from "vitest";

import { findBankAccounts } from "./bank-accounts";
import { findCards } from "./cards";
import type { FoundDetail, Line, Setting } from "./found-detail";
import { findIdentityPapers, findMachineReadable } from "./identity-papers";
import { findNationalNumbers } from "./national-numbers";
import { findNetworkAddresses } from "./network-addresses";

const anywhere: Setting = { countries: [] };
const line = (text: string): Line => ({ text, before: "" });
const quotes = (text: string, found: readonly FoundDetail[]) =>
  found.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const national = (text: string, setting = anywhere) =>
  quotes(text, findNationalNumbers(line(text), setting));

describe("cards", () => {
  // Test numbers that the issuers publish.
  test.each([
    "4111 1111 1111 1111",
    "5555-5555-5555-4444",
    "378282246310005",
    "3782 822463 10005",
    "6011111111111117",
    "3530111333300000",
    "30569309025904",
  ])("are found by issuer, length and check digit: %s", (number) => {
    const text = `Card number ${number}, valid until 10/29`;
    expect(quotes(text, findCards(line(text)))).toEqual([`card ${number}`]);
  });

  test.each([
    "Card 4111 1111 1111 1112",
    "Order number 4111111111111111",
    "Card 4111 111111 11 1111",
    "card 0000000000000000",
    "The numbers 30569309025904 and 587428561654 were drawn",
  ])(
    "are not found without a right check digit, in an odd form or behind another name: %s",
    (text) => {
      expect(findCards(line(text))).toEqual([]);
    },
  );
});

describe("bank accounts", () => {
  test("have right check digits, or a label and a bank near by", () => {
    for (const [text, expected] of [
      [
        "IBAN: DE89 3704 0044 0532 0130 00, BIC COBADEFFXXX",
        ["iban DE89 3704 0044 0532 0130 00", "bic COBADEFFXXX"],
      ],
      ["my iban is gb82west12345698765432", ["iban gb82west12345698765432"]],
      ["to DE89 3704 0044 0532 0130 01", []],
      ["Sort code 12-34-56, account number 12345678", ["bank-account 12345678"]],
      ["Routing number 021000021", ["bank-account 021000021"]],
      ["Routing number 021000022", []],
      ["Your customer account number 12345678", []],
      ["The SCHEDULE is in BIC order", []],
    ] as const)
      expect(quotes(text, findBankAccounts(line(text)))).toEqual(expected);
  });
});

describe("national numbers", () => {
  // Examples that the offices, or the test data of open-source validators, publish.
  test.each([
    ["social-security", "SSN: 536-90-4399"],
    ["social-security", "National Insurance number AB 12 34 56 C"],
    ["tax-number", "UTR 1955839661"],
    ["tax-number", "Steuer-ID 36 574 261 809"],
    ["social-security", "Sozialversicherungsnummer 15 070649 C 103"],
    ["social-security", "Numéro de sécurité sociale : 2 95 10 99 126 111 93"],
    ["tax-number", "SIRET 732 829 320 00074"],
    ["national-id", "DNI 54362315-K"],
    ["national-id", "NIE X-2482300W"],
    ["tax-number", "Codice fiscale RCCMNL83S18D969H"],
    ["national-id", "BSN 123456782"],
    ["national-id", "PESEL 44051401359"],
    ["national-id", "Personnummer 880320-0016"],
    ["national-id", "CPR-nr. 010180-1234"],
    ["national-id", "Fødselsnummer 151086 95088"],
    ["national-id", "Rijksregisternummer 88.02.29-999.90"],
    ["tax-number", "NIF 507104560"],
    ["social-security", "SV-Nr. 1237 010180"],
    ["social-security", "AHV-Nr. 756.9217.0769.85"],
    ["national-id", "Aadhaar 2341 2341 2346"],
    ["tax-number", "PAN: ACUPA7085R"],
    ["tax-number", "CPF 390.533.447-05"],
    ["tax-number", "CNPJ 16.727.230/0001-97"],
    ["social-security", "SIN 123-456-782"],
    ["tax-number", "TFN 123 456 782"],
    ["tax-number", "ABN 83 914 571 673"],
    ["national-id", "henkilötunnus 131052-308T"],
    ["national-id", "PPS No 6433435F"],
  ])("are found behind their names: %s in %s", (kind, text) => {
    const [found, ...others] = national(text);
    expect(found?.startsWith(`${kind} `)).toBe(true);
    expect(others).toEqual([]);
  });

  test.each([
    ["SSN: 666-90-4399"],
    ["Steuer-ID 36 574 261 808"],
    ["DNI 54362315-Z"],
    ["Codice fiscale RCCMNL83S18D967H"],
    ["BSN 123456789"],
    ["PESEL 44051401358"],
    ["Aadhaar 2341 2341 2347"],
    ["CPF 390.533.447-06"],
    ["SIN 999-999-999"],
  ])("are not found with wrong digits: %s", (text) => {
    expect(national(text)).toEqual([]);
  });

  test("need their name or their country where their form is not enough", () => {
    expect(national("part 536-90-4399")).toEqual([]);
    expect(national("part 536-90-4399", { countries: ["US"] })).toHaveLength(1);
    expect(national("number 123456782", { countries: ["NL"] })).toEqual([]);
    expect(national("RCCMNL83S18D969H")).toHaveLength(1);
  });
});

describe("identity papers", () => {
  // The specimen of ICAO Doc 9303.
  const zone =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

  test("have machine-readable lines whose check digits are right", () => {
    const text = `Scan of page 2\n${zone}\nend`;
    expect(quotes(text, findMachineReadable(text))).toEqual([`passport ${zone}`]);
    expect(findMachineReadable(text.replace("L898902C3", "L898902D3"))).toEqual([]);
  });

  test("have numbers behind their names, on the same line or the next one", () => {
    const found = (text: string, before = "") => quotes(text, findIdentityPapers({ text, before }));
    expect(found("Passport No. L898902C3 expires soon")).toEqual(["passport L898902C3"]);
    expect(found("L898902C3", "Passport number:\n")).toEqual(["passport L898902C3"]);
    expect(found("my driver's license number is F1628235")).toEqual(["driving-licence F1628235"]);
    expect(found("the passport office, room A1234567")).toEqual([]);
  });
});

describe("network addresses", () => {
  test.each([
    ["client 192.168.17.4 was refused", "ip 192.168.17.4"],
    ["the server 10.0.0.5 is down", "ip 10.0.0.5"],
    ["seen at 203.0.113.7:8080", "ip 203.0.113.7"],
    ["from 2001:db8::8a2e:370:7334 on", "ip 2001:db8::8a2e:370:7334"],
    ["MAC 00:00:5E:00:53:AF", "mac 00:00:5E:00:53:AF"],
  ])("are found: %s", (text, expected) => {
    expect(quotes(text, findNetworkAddresses(line(text)))).toEqual([expected]);
  });

  test.each([
    "version 10.4.12.103 of the driver",
    "1.2.3.4 Scope of the work",
    "Firmware 192.168.1.300",
    "see section 4.1.2.1",
    "from 10:20:30 to 11:20:30",
    "the release 3.11.2.0 came later",
  ])("are no versions, sections or times: %s", (text) => {
    expect(findNetworkAddresses(line(text))).toEqual([]);
  });
});
