import { words } from "../src/understanding/entities/tagger-features";
import type { LabelledSentence, NameLabel } from "./conll";
import { randomNumbers } from "./random-numbers";

// Written for this project: encyclopaedias and news hold few signatures, parties and addressees.
const templates = [
  "This Agreement is made between {org} and {org} .",
  '{org} ( the " Supplier " ) shall deliver the goods to {org} ( the " Customer " ) .',
  "WHEREAS , {org} is engaged in the business of logistics ;",
  "Dear {title} {last} ,",
  "Dear {first} ,",
  "Hi {first} , thanks for the update .",
  "Kind regards , {person}",
  "Yours sincerely , {person} , Managing Director , {org}",
  "From : {person} To : {person} Subject : Quarterly figures",
  "Bill To : {org} , {place}",
  "Invoice from {org} for consulting services",
  "Attendees : {person} , {person} and {person}",
  "{person} will send the revised plan to {person} by Friday .",
  "{first} agreed and asked {first} to check the budget .",
  "Prepared by {person} for {org}",
  "The meeting was held in {place} on Monday .",
  "Our offices are in {place} and {place} .",
  "{org} , a company registered in {place} , employs 120 people .",
  "Shares of {org} fell after the announcement in {place} .",
  "{person} , who joined {org} in 2019 , leads the team in {place} .",
  "Account holder : {person}",
  "Name : {person} Nationality : Dutch Place of birth : {place}",
  "Plaintiff {person} brings this action against {org} .",
  "By : {person} Title : Chief Executive Officer",
  "The tenant , {person} , rents the flat in {place} from {org} .",
  "Ship to : {org} , Warehouse 2 , {place}",
  "Employer : {org} Employee : {person}",
  "{title} {last} visited {place} with colleagues from {org} .",
  "Assigned to : {person} Reported by : {person}",
  "{person} : I think we should move on to the next point .",
  "Payment Terms : Net 30 Days . Due Date : 3 May 2024",
  "Total Amount Due Including Tax : EUR 400.00",
  "Section 4 . Term and Termination . The Supplier may terminate this Agreement on Notice .",
  "Confidential Information means all Information that the Disclosing Party gives to the Receiving Party .",
  "Purchase Order Number Date Description Quantity Unit Price",
  "Terms and Conditions apply . Please see the General Conditions of Sale .",
  "Project Manager : Okay , so let us start with the Agenda .",
  "Gross Pay Income Tax National Insurance Net Pay",
  "Executive Summary Key Findings Recommendations Next Steps",
  "The Board of Directors approved the Annual Report on Tuesday .",
  "Balance Sheet Total Assets Total Liabilities Shareholders' Equity",
  "Software Engineer Senior Developer Project Lead Skills : Python , Java , SQL",
  "Effective Date : January 1 , 2023 Governing Law : {place}",
];
const first =
  "Amara Bianca Carl Dmitri Elif Farah Gavin Hanna Imran Jonas Kavya Liam Mirela Noor Oscar Petra Quentin Rosa Samir Tilda Uwe Vera Walid Xenia Yusuf Zoe Maria Thomas Anna Peter Sarah David".split(
    " ",
  );
const last =
  "Abbott Berger Cohen Duarte Eriksen Fischer Grant Hughes Ivanov Jansen Keller Larsen Moreau Nguyen Okafor Patel Quinn Rossi Schmidt Tanaka Ueda Vargas Walsh Xu Yilmaz Zimmer Baker Novak Lopez Singh".split(
    " ",
  );
const title = "Mr. Ms. Mrs. Dr. Prof. Mr Ms".split(" ");
const org =
  "Northwind Traders Inc.|Oak Partners LLP|Helvetia Bank AG|Blue Harbour Foods Ltd|Alder Metals GmbH|Acme|Contoso Ltd.|Fabrikam|Lumen Energy Corp.|Greenfield University|Ministry of Transport|Red Kite Consulting|Delta Freight Services B.V.|Orion Software , Inc.|Summit Health Group|European Investment Bank|Pacific Paper Company|Nordlys AS|Riverside Hospital|Kestrel Insurance plc|Vertex Analytics|BrightPath Learning|Sakura Trading Co. , Ltd.|Meridian|Stone & Wells|City of Antwerp Council".split(
    "|",
  );
const place =
  "London|Zurich|New York|Rotterdam|São Paulo|Lagos|Germany|Kenya|Osaka|Delaware|the Netherlands|Bristol|San Diego|Vienna|Ontario|Leeds|Mumbai|Singapore|California|Lyon|Warsaw|Cape Town|Texas|Dublin|Hamburg".split(
    "|",
  );

/** Returns every template with several fillings. A fixed sequence chooses them, so that training can be repeated exactly. */
export function businessSentences(rounds: number): LabelledSentence[] {
  const random = randomNumbers(5);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: rounds }, () =>
    templates.map((template) => filled(template, pick)),
  ).flat();
}

function filled(template: string, pick: (list: readonly string[]) => string): LabelledSentence {
  const parts: { text: string; label: NameLabel }[] = template.split(/(\{\w+\})/).map((part) => {
    if (part === "{org}") return { text: pick(org), label: "organisation" };
    if (part === "{place}") return { text: pick(place), label: "place" };
    if (part === "{person}") return { text: `${pick(first)} ${pick(last)}`, label: "person" };
    if (part === "{first}") return { text: pick(first), label: "person" };
    if (part === "{last}") return { text: pick(last), label: "person" };
    return { text: part === "{title}" ? pick(title) : part, label: "none" };
  });
  const found = parts.flatMap(({ text, label }) =>
    words(text).map(({ text: word }) => ({
      word,
      label: word === "the" ? ("none" as const) : label,
    })),
  );
  let offset = 0;
  return {
    words: found.map(({ word }) => {
      const start = offset;
      offset += word.length + 1;
      return { text: word, start, end: start + word.length };
    }),
    labels: found.map(({ label }) => label),
  };
}
