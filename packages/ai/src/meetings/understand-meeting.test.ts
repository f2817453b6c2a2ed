import { describe, expect, test } from "vitest";

import { aMeeting } from "../../test/a-meeting";
import { wordEncoder } from "../../test/word-encoder";
import type { MeetingEvidence, MeetingFindings, MeetingInput } from "./meeting";
import { understandMeeting } from "./understand-meeting";

const english = `Anna Berg: Good morning everyone, let's start with the lease for the new office in Oslo.
Ben Moe: The landlord sent the draft contract yesterday, and the rent is twelve thousand a month.
Anna Berg: Ben, can you check the notice period with the lawyer by Friday?
Ben Moe: Sure, I'll do that.
Clara Vogt: I'm worried about the deposit, it is six months and that is a lot of cash for us.
Clara Vogt: Honestly I have to say I'm worried that we won't make the move in May at all.
Clara Vogt: And so we should look at all the other ways to pay for it before we sign it.
Anna Berg: I suggest we ask for a deposit of three months instead.
Ben Moe: Agreed, that sounds reasonable.
Clara Vogt: I'll send the counter offer to the landlord on March 10.
Anna Berg: Who pays for the parking spaces under the new contract?
Ben Moe: I don't know, we have to find out from the landlord.
David Lind: The new pages are nearly done, and I will upload the pictures tomorrow.
Anna Berg: We decided to launch the website on the first of April without the old shop.
David Lind: Okay, works for me.
Anna Berg: Erik will write the press release by the end of next week.
David Lind: If the user wants it, I will send a second mail to the whole list.
Anna Berg: Somebody really has to water the plants in here.`;

const german = `Anna Berg: Guten Morgen zusammen, fangen wir an mit dem Mietvertrag für das neue Büro.
Ben Moe: Der Vermieter hat gestern den Entwurf geschickt, er schreibt, es geht um den Umzug.
Anna Berg: Ben, kannst du bis Freitag die Kündigungsfrist mit dem Anwalt klären?
Ben Moe: Klar, mache ich.
Clara Vogt: Ich habe Bedenken wegen der Kaution, sechs Monate sind wirklich viel Geld für uns alle hier.
Clara Vogt: Außerdem mache ich mir Sorgen um den Zeitplan für den Umzug im Mai, das wird knapp.
Clara Vogt: Wir sollten uns auch noch andere Wege ansehen, wie man das alles bezahlen kann, bevor jemand unterschreibt.
Anna Berg: Ich schlage vor, dass wir nur drei Monatsmieten als Kaution anbieten.
Ben Moe: Einverstanden, das klingt vernünftig.
Clara Vogt: Ich schicke dem Vermieter am 10. März das Gegenangebot.
Anna Berg: Wer zahlt eigentlich die Stellplätze in der Tiefgarage?
Ben Moe: Keine Ahnung, das müssen wir noch klären.
David Lind: Die neuen Seiten sind fast fertig, ich lade morgen die Bilder hoch.
Anna Berg: Wir haben beschlossen, dass die Webseite am 1. April ohne den alten Shop startet.
David Lind: Passt für mich.
Anna Berg: Erik schreibt bis Ende nächster Woche die Pressemitteilung zum Start.`;

const understand = (said: string, given: Parameters<typeof aMeeting>[1] = {}) =>
  understandMeeting(aMeeting(said, { people: ["Erik Falk"], ...given }), wordEncoder);

const actionsOf = ({ actions }: MeetingFindings) =>
  actions.map(({ owner, due }) => [owner?.name ?? null, owner?.how ?? null, due?.on ?? null]);

describe.each([
  ["English", english, "en"],
  ["German", german, "de"],
])("of a meeting in %s", (_, said, language) => {
  test("it finds who is to do what by when", async () => {
    expect(actionsOf(await understand(said, { language }))).toEqual([
      ["Ben Moe", "accepted", "2026-03-06"],
      ["Clara Vogt", "committed", "2026-03-10"],
      ["David Lind", "committed", "2026-03-04"],
      ["Erik Falk", "named", "2026-03-13"],
    ]);
  });

  test("it finds what was decided, what is open, and how the meeting came out", async () => {
    const { decisions, questions, outcome } = await understand(said, { language });
    expect(
      decisions.map(({ by, evidence }) => [by, evidence.flatMap(({ turns }) => turns)]),
    ).toEqual([
      ["Anna Berg", [8, 9]],
      ["Anna Berg", [14, 15]],
    ]);
    expect(questions.map(({ evidence }) => evidence[0]?.turns)).toEqual([[11]]);
    expect(outcome.kind).toBe("decided");
  });

  test("it finds a tone only where it is wanted, and of those who said enough", async () => {
    expect((await understand(said, { language })).tone).toBeNull();
    const { tone } = await understand(said, { language, wantsTone: true });
    expect(tone?.map((each) => [each.speaker, each.tone, each.evidence.length])).toEqual([
      ["Clara Vogt", "worried", 2],
    ]);
  });

  test("each statement rests on words of the transcript at their second", async () => {
    const meeting = aMeeting(said, { language, wantsTone: true });
    const found = await understandMeeting(meeting, wordEncoder);
    const evidence = allEvidence(found);
    expect(evidence.length).toBeGreaterThan(20);
    expect(evidence.filter((each) => !holds(meeting, each))).toEqual([]);
    expect(found.summary.short.length).toBe(3);
    const texts = (length: "short" | "medium" | "long") =>
      found.summary[length].map(({ text }) => text);
    expect(texts("long")).toEqual(expect.arrayContaining(texts("medium")));
    expect(texts("medium")).toEqual(expect.arrayContaining(texts("short")));
  });
});

test("without the day of the meeting it finds no day that was not said in full", async () => {
  const { actions } = await understand(
    `${english}\nAnna Berg: I'll sign the lease by 3 May 2026.`,
    {
      heldOn: null,
    },
  );
  expect(actions.map(({ due }) => due?.on ?? null)).toEqual([null, null, null, null, "2026-05-03"]);
});

test("a meeting in which no speaker is named has no owners who spoke, and no tone", async () => {
  const said = english.replace(/^[^:\n]+: /gm, "");
  const found = await understand(said, { wantsTone: true });
  expect(found.actions.every(({ owner }) => owner === null || owner.how === "named")).toBe(true);
  expect(found.tone).toBeNull();
  expect(found.speakers).toEqual([]);
  expect(found.problems.join(" ")).toMatch(/No speaker is named/);
});

test("who says what is counted, and a meeting without words has nothing", async () => {
  const { speakers } = await understand("Anna: One two three.\nSpeaker 2: Four.\nAnna: Five.");
  expect(speakers).toEqual([
    { name: "Anna", isGeneric: false, turns: 2, words: 4, seconds: 20 },
    { name: "Speaker 2", isGeneric: true, turns: 1, words: 1, seconds: 10 },
  ]);
  const none = await understandMeeting(
    { ...aMeeting("Anna: a"), text: "", turns: [] },
    wordEncoder,
  );
  expect(none).toMatchObject({ topics: [], actions: [], outcome: { kind: null }, speakers: [] });
});

test("an objection within three turns keeps a proposal from being a decision", async () => {
  const said = (answer: string) =>
    `Anna: I suggest we move the launch to the summer.\nBen: Okay.\nClara: ${answer}`;
  expect((await understand(said("Fine with me."))).decisions).toHaveLength(1);
  expect((await understand(said("No, I don't think that works."))).decisions).toEqual([]);
});

test("the same meeting gives the same findings", async () => {
  expect(await understand(english)).toEqual(await understand(english));
});

test("a meeting about two things has a topic for each", async () => {
  const about = (words: string[], from: number) =>
    Array.from({ length: 30 }, (_, index) => {
      const some = words.map((_, at) => words[(at * 3 + index + from) % words.length]).slice(0, 14);
      return `${index % 2 ? "Anna" : "Ben"}: The ${some.join(" ")} here.`;
    });
  const rent =
    "lease landlord deposit notice lawyer parking office rent floor heating keys tenant".split(" ");
  const shop =
    "website checkout picture launch banner customer cart shipping newsletter domain price card".split(
      " ",
    );
  const { topics } = await understand([...about(rent, 0), ...about(shop, 1)].join("\n"));
  expect(topics.map(({ firstTurn, lastTurn }) => [firstTurn, lastTurn])).toEqual([
    [1, 30],
    [31, 60],
  ]);
});

function allEvidence(found: MeetingFindings): MeetingEvidence[] {
  const { short, medium, long } = found.summary;
  const all = [
    found.actions,
    found.decisions,
    found.questions,
    found.tone ?? [],
    found.topics,
    short,
    medium,
    long,
  ];
  return [...all.flat().flatMap(({ evidence }) => evidence), ...found.outcome.evidence];
}

function holds(
  { text, turns }: MeetingInput,
  { quote, span, turns: numbers, atMs }: MeetingEvidence,
): boolean {
  const turn = turns.find(({ span: of }) => of[0] <= span[0] && span[1] <= of[1]);
  return (
    text.slice(...span) === quote &&
    turn !== undefined &&
    numbers.includes(turn.number) &&
    atMs === turn.startMs
  );
}
