import { expect, test } from "vitest";
import type { FieldDefinition } from "../../ai";
import { listedUnder } from "./listed-under";

const attendees: FieldDefinition = {
  name: "attendees",
  label: "Present",
  kind: "list",
  meaning: "Who took part.",
  labels: ["attendees", "Anwesende"],
};

function namesIn(lines: [kind: string, text: string][]) {
  let text = "";
  const blocks = lines.map(([kind, line]) => {
    const start = text.length;
    text += `${line}\n`;
    return { kind, page: 1, span: [start, start + line.length] as [number, number] };
  });
  return listedUnder({ text, blocks }, [attendees]).map(({ value, evidence: [place] }) => {
    expect(text.slice(...(place ?? [0, 0]))).toBe(value);
    return value;
  });
}

test.each(["Attendees", "Attendees:", "Anwesende"])("the items under %s are values", (heading) => {
  expect(
    namesIn([
      ["heading", heading],
      ["list-item", "Ann Lee"],
      ["list-item", "Bob Ray, Acme"],
      ["heading", "Agenda"],
      ["list-item", "Budget"],
    ]),
  ).toEqual(["Ann Lee", "Bob Ray, Acme"]);
});

test("a sentence with the word, and text that is no list, give none", () => {
  expect(
    namesIn([
      ["paragraph", "The attendees spoke of the budget"],
      ["list-item", "Budget"],
      ["heading", "Attendees"],
      ["paragraph", "Nobody came."],
    ]),
  ).toEqual([]);
});
