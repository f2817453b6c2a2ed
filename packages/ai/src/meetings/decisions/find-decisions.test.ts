import { expect, test } from "vitest";

import { aMeeting } from "../../../test/a-meeting";
import { wordEncoder } from "../../../test/word-encoder";
import { cuesOf } from "../cues/cues-of";
import { encodeMeeting } from "../meeting-vectors";
import { viewMeeting } from "../meeting-view";
import { findDecisions } from "./find-decisions";

async function decided(said: string, language = "en"): Promise<string[]> {
  const view = viewMeeting(aMeeting(said), language);
  const vectors = await encodeMeeting(view, wordEncoder);
  return findDecisions({ view, cues: cuesOf(language), vectors }).map(({ text }) => text);
}

test.each([
  ["Anna: I move that we award the contract to Norton.\nBen: Seconded.", 1],
  ["Anna: We have decided to sell the old boat in spring.\nBen: Fine by me.", 1],
  ["Anna: It's decided that we move the office to Leeds in May.\nBen: Fine.", 1],
  ["Anna: It is agreed that the office moves to Leeds.\nBen: Good.", 1],
  ["Anna: So that's settled, we take the smaller van.\nBen: Yes.", 1],
  ["Anna: Decision: the price stays at twelve euros.\nBen: Okay.", 1],
  ["Anna: The board approved the budget, so we go ahead with the hall.\nBen: Great.", 1],
  ["Anna: We are not going to renew the lease in Leeds.\nBen: Agreed.", 1],
  ["Anna: We are going with the green design for the brochure.\nBen: Great.", 1],
  [
    "Anna: All in favour? Good, the motion is carried and the dues stay as they are.\nBen: Fine.",
    1,
  ],
  ["Anna: Let's keep the old logo for the brochure.\nBen: That makes sense.", 1],
  ["Anna: Let's keep the old logo for the brochure.\nBen: No, I don't like that one.", 0],
  ["Anna: Last week we decided to sell the old boat.\nBen: Fine by me.", 0],
  ["Anna: Have we decided to sell the old boat in spring?\nBen: I don't know.", 0],
  ["Anna: The boat lies at the bridge near the old mill.\nBen: That makes sense.", 0],
])("in English %j holds %i decisions", async (said, count) => {
  expect(await decided(said)).toHaveLength(count);
});

test.each([
  ["Anna: Dann tauschen wir nur die Akkus der alten Geräte.\nBen: In Ordnung.", 1],
  ["Anna: Damit ist die Sanierung der Schule beschlossen.\nBen: Danke.", 1],
  ["Anna: Ich schlage vor, dass wir das Boot verkaufen.\nBen: Einverstanden.", 1],
  ["Anna: Ich schlage vor, dass wir das Boot verkaufen.\nBen: Nein, auf keinen Fall.", 0],
  ["Anna: Der Radweg wurde bereits im letzten Jahr beschlossen.\nBen: Stimmt.", 0],
  ["Anna: Damit ist das Protokoll der Sitzung genehmigt.\nBen: Danke.", 0],
])("in German %j holds %i decisions", async (said, count) => {
  expect(await decided(said, "de")).toHaveLength(count);
});

test("the same thing in turns that follow each other is one decision", async () => {
  const said = `Anna: I suggest we keep the second battery.
Ben: Agreed.
Anna: Okay, so we have agreed to keep the second battery.`;
  expect(await decided(said)).toHaveLength(1);
});

test("a language without cues has no decisions", async () => {
  const said = "Anna: We have decided to sell the old boat in spring.\nBen: Fine by me.";
  expect(await decided(said, "fr")).toEqual([]);
});
