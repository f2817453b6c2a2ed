import { describe, expect, test } from "vitest";
import { isOfPeriod } from "./periods";
import { openWords, understand } from "./understand";

const now = new Date("2026-11-29T12:00:00Z");
const read = (question: string) => understand(question, { now });
const fieldsOf = (question: string) =>
  read(question).parts.map(({ fields }) => fields.map(({ name }) => name).join("+"));
const typesOf = (question: string) => read(question).types.flatMap(({ types }) => types);

describe("the form of a question", () => {
  test.each([
    ["When does the lease end?", "fact"],
    ["List all invoices with their totals", "list"],
    ["Which invoices were issued in 2014?", "list"],
    ["How many invoices do we have?", "count"],
    ["Wie viele Rechnungen haben wir?", "count"],
    ["Combien de factures avons-nous ?", "count"],
    ["¿Cuántas facturas tenemos?", "count"],
    ["How many parking spaces do we have?", "fact"],
    ["How many invoices do I have from Nordlicht and what is their sum?", "sum"],
    ["Was ist die Summe aller Rechnungen?", "sum"],
    ["Compare the invoices of Krüger and Brandt", "comparison"],
    ["Vergleiche die Verträge", "comparison"],
    ["Summarise the quarterly report", "summary"],
    ["Worum geht es im Bericht?", "summary"],
    ['What does "End User" mean in the agreement?', "definition"],
    ["Was bedeutet Dependency Hell?", "definition"],
  ])("%s", (question, form) => expect(read(question).form).toBe(form));

  test.each([
    ["Which invoice is the most expensive one?", "largest"],
    ["What is the cheapest invoice?", "smallest"],
    ["What is the average of our invoices?", "average"],
    ["Welche Rechnung ist die höchste?", "largest"],
  ])("%s", (question, fold) => expect(read(question)).toMatchObject({ form: "sum", fold }));
});

describe("the fields of a question", () => {
  test.each([
    ["When does the lease end?", ["end date"]],
    ["Wann endet der Mietvertrag?", ["end date"]],
    ["Quand se termine le contrat, fin ?", ["end date"]],
    ["total of the Elektro Brandt invoice", ["total"]],
    ["Wie hoch ist die Rechnung von QualityHosting?", ["total"]],
    ["Quel est le montant de la facture Free, TTC ?", ["total"]],
    ["How much is the latest invoice, and when is it due?", ["total", "due date"]],
    ["Which law governs the agreement?", ["governing law"]],
    ["What is the notice period in the agreement?", ["notice period"]],
    ["Welche Kündigungsfrist steht im Mietvertrag?", ["notice period"]],
    ["how much is the rent now", ["rent"]],
    ["Compare the notice periods of the agreements", ["notice period"]],
    ["Why did the boiler fail?", [""]],
    ["How much does a ticket for the concert cost?", [""]],
    ["When was the QualityHosting invoice paid?", [""]],
    ["When was the agreement with Mitchell signed?", ["agreement date"]],
    ["Which is the latest amendment to the manufacturing agreement?", [""]],
    ["How much notice is needed to end the distributor agreement?", ["notice period"]],
    ["Combien reste-t-il à payer sur la facture 7 ?", ["amount due"]],
    ["How much is still open on the invoice 7?", ["amount due"]],
    ["Wie viel ist auf der Rechnung 7 noch zu zahlen?", ["amount due"]],
    ["Who led the meeting of May?", ["chair"]],
    ["Wer hat die Sitzung geleitet?", ["chair"]],
    ["Who took the minutes of the meeting?", ["minutes taker"]],
    ["How many people attended the meeting?", ["attendees"]],
    ["Qui a participé à la réunion ?", ["attendees"]],
    ["¿Quién faltó a la reunión?", ["absent"]],
    ["Who wrote the email about the key?", ["sender"]],
    ["How many emails did Ann Lee send?", ["sender"]],
    ["How much notice must the tenant of the lease give?", ["notice period"]],
  ])("%s", (question, fields) => expect(fieldsOf(question)).toEqual(fields));

  test("what a field does not explain stays open, so that the rent is no answer to its day", () => {
    expect(fieldsOf("When is the rent due?")).toEqual([""]);
    expect(openWords(read("When is the rent due?"))).toEqual(["rent", "due"]);
  });
});

describe("the documents of a question", () => {
  test.each([
    ["Who signed the lease?", ["contract"]],
    ["Alle Rechnungen bitte", ["invoice"]],
    ["the purchase order to Quantum", ["purchase order"]],
    ["What was decided in the last meeting?", ["meeting minutes", "meeting transcript"]],
    ["How many documents do we have?", []],
    ["When does the amendment to the lease agreement end?", ["amendment"]],
    ["Wann endet der Nachtrag zum Mietvertrag?", ["amendment"]],
    ["When did the first amendment between PC Quote and Watley begin?", ["amendment"]],
    ["the Promotion Agreement with Acme", ["contract"]],
  ])("%s", (question, types) => expect(typesOf(question)).toEqual(types));

  test.each([
    ["¿Cuándo termina el contrato de arrendamiento?", ["arrendamiento"]],
    ["Quand prend fin le contrat de location ?", ["location"]],
    ["Combien de factures avons-nous ?", []],
    ["¿Cuántas facturas tenemos?", []],
  ])("%s leaves only what narrows the type", (question, words) => {
    expect(openWords(read(question))).toEqual(words);
  });

  test("types of the workspace go before the standard ones", () => {
    const { types } = understand("How many building permits do we have?", {
      now,
      ownTypes: ["building permit"],
    });
    expect(types).toMatchObject([{ types: ["building permit"], isMany: true }]);
  });

  test("words that no field and no type explains are left to name documents", () => {
    expect(
      openWords(read("Which law governs the Emerald Health agreement with Dr. Murray?")),
    ).toEqual(["emerald", "health", "dr", "murray"]);
    expect(openWords(read("What is the interest rate of our bank loan?"))).toContain("interest");
  });

  test("an amendment is known by its number", () => {
    expect(openWords(read("When does the second amendment end?"))).toEqual(["2"]);
  });

  test.each([
    ["How much is the latest invoice?", "latest"],
    ["Wie hoch ist die letzte Rechnung?", "latest"],
    ["Which is our oldest contract?", "earliest"],
    ["What was the revenue in the first quarter?", null],
    ["What does the Premier agreement say?", null],
  ])("%s", (question, order) => expect(read(question).order).toBe(order));
});

describe("the days of a question", () => {
  test.each([
    ["invoices of March 2026", "2026-03-01", "2026-04-01"],
    ["Rechnungen im März", "2026-03-01", "2026-04-01"],
    ["invoices in December", "2025-12-01", "2026-01-01"],
    ["which invoices were issued in 2014?", "2014-01-01", "2015-01-01"],
    ["contracts of last quarter", "2026-07-01", "2026-10-01"],
    ["invoices this year", "2026-01-01", "2027-01-01"],
    ["facturas del mes pasado", "2026-10-01", "2026-11-01"],
    ["the meeting of August 13, 2013", "2013-08-13", "2013-08-14"],
    ["das Protokoll vom 2. Juli 2015", "2015-07-02", "2015-07-03"],
    ["revenue in Q1 2026", "2026-01-01", "2026-04-01"],
  ])("%s", (question, from, to) => expect(read(question).days).toMatchObject({ from, to }));

  test.each(["May I sublet?", "contract FT18150", "invoice FA-2017-0010"])(
    "%s names none",
    (question) => expect(read(question).days).toBeNull(),
  );
});

test("two questions in a row are two parts", () => {
  expect(read("Who is the receipt from? How much was it?").parts).toHaveLength(2);
});

test("what was decided, who signed and which documents mention are known", () => {
  expect(read("What was decided about the heating?").outline).toBe("decisions");
  expect(read("Wer hat den Vertrag unterschrieben?").asksWhoSigned).toBe(true);
  expect(read("When was the lease signed?").asksWhoSigned).toBe(false);
  expect(read("Which documents mention the storage room?").isWhoMentions).toBe(true);
});

test("a hundred questions are read in two seconds", () => {
  const before = performance.now();
  for (let at = 0; at < 100; at++)
    read(`How much is invoice ${at} from Nordlicht, and when is it due?`);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("what is said of another year or quarter is no answer", () => {
  const passage = (text: string) => [{ text, title: "Report 2026", headingPath: ["Results"] }];
  const asked = "What was the revenue in the fourth quarter of 2026?";
  expect(isOfPeriod(asked, passage("In the fourth quarter it was 5."))).toBe(true);
  expect(isOfPeriod(asked, passage("In the first quarter it was 4."))).toBe(false);
  expect(isOfPeriod("What was the revenue in 2024?", passage("It was 5."))).toBe(false);
  expect(isOfPeriod("What was the revenue?", passage("It was 5."))).toBe(true);
});
