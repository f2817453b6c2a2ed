import { describe, expect, test } from "vitest";
import { askedOfMeetings } from "./of-meetings";

const now = new Date("2026-06-15T10:00:00Z");
const read = (question: string) => {
  const asked = askedOfMeetings(question, now);
  return asked && { ...asked, words: asked.words.map(({ word }) => word) };
};

describe("a question about decisions is known by its verb", () => {
  test.each([
    ["What did we decide about the lease since March?", "en", ["lease"]],
    ["What was decided about the heating?", "en", ["heating"]],
    ["Have we decided on the parking space?", "en", ["parking", "space"]],
    ["When did we decide to stay in Hamburg?", "en", ["stay", "hamburg"]],
    ["What did we agree on?", "en", []],
    ["Which decisions did we make about the website?", "en", ["website"]],
    ["What decisions have been made since March?", "en", []],
    ["Was haben wir zur Miete beschlossen?", "de", ["miete"]],
    ["Was wurde seit März über die Heizung entschieden?", "de", ["heizung"]],
    ["Haben wir den Umzug beschlossen?", "de", ["umzug"]],
    ["Welche Beschlüsse haben wir zum Büro gefasst?", "de", ["buro"]],
  ])("%s", (question, language, words) => {
    expect(read(question)).toMatchObject({ part: "decisions", language, words, by: [] });
  });

  test("with the one who decided", () => {
    expect(read("What did Anna decide about the lease?")).toMatchObject({
      by: ["anna"],
      words: ["lease"],
    });
    expect(read("Was hat Anna zur Miete entschieden?")).toMatchObject({
      by: ["anna"],
      words: ["miete"],
    });
    expect(read("What did the court decide?")).toMatchObject({ by: ["court"], words: [] });
  });

  test("and with its days", () => {
    expect(read("What did we decide about the lease since March?")?.days).toMatchObject({
      from: "2026-03-01",
      to: "9999-12-31",
    });
    expect(read("What was decided until 3 March 2026?")?.days).toMatchObject({ to: "2026-03-04" });
    expect(read("What did we decide about the lease?")?.days).toBeNull();
  });
});

describe("a question about what is to be done is known by its verb or noun", () => {
  test.each([
    ["What does Anna owe?", { by: ["anna"], isMine: false }, []],
    ["What does Anna Berg still owe me?", { by: ["anna", "berg"], isMine: false }, []],
    ["What do I owe?", { by: [], isMine: true }, []],
    ["What does Ben have to do about the lease?", { by: ["ben"] }, ["lease"]],
    ["What is Ben supposed to do?", { by: ["ben"] }, []],
    ["What are my open actions?", { isMine: true }, []],
    ["How many open actions does Ben have?", { isMine: false }, ["ben"]],
    ["Which tasks does Ben have?", { isMine: false }, ["ben"]],
    ["Show me the action items about the website", { isMine: false }, ["website"]],
    ["Who wanted to send the contract?", { isMine: false }, ["send", "contract"]],
    ["Who will call the landlord?", {}, ["call", "landlord"]],
    ["Who sends the offer?", {}, ["sends", "offer"]],
    ["Wer schickt das Angebot?", { language: "de" }, ["schickt", "angebot"]],
    ["Wer wollte den Vertrag prüfen?", { language: "de" }, ["vertrag", "prufen"]],
    ["Was muss ich noch tun?", { language: "de", isMine: true, by: [] }, []],
    ["Was soll Anna bis Freitag machen?", { language: "de", by: ["anna"] }, ["freitag"]],
    ["Was schuldet mir Anna?", { language: "de", by: ["anna"] }, []],
    ["Meine offenen Aufgaben", { language: "de", isMine: true }, []],
    ["Welche Aufgaben hat Ben?", { language: "de" }, ["ben"]],
  ])("%s", (question, expected, words) => {
    expect(read(question)).toMatchObject({ part: "actions", words, ...expected });
  });

  test("by the day on which it is due or was said", () => {
    expect(read("What does Anna owe by March 2026?")).toMatchObject({
      days: null,
      due: { to: "2026-04-01" },
    });
    expect(read("My actions since March")).toMatchObject({
      days: { from: "2026-03-01" },
      due: null,
    });
    expect(read("Which actions are overdue?")?.due).toMatchObject({ to: "2026-06-15" });
    expect(read("Which actions are done?")).toMatchObject({ isDone: true, words: [] });
    expect(read("Welche Aufgaben sind erledigt?")).toMatchObject({ isDone: true, words: [] });
  });

  test("and knows what is talked about from whose it is", () => {
    const words = (question: string) => askedOfMeetings(question, now)?.words;
    expect(words("Actions of Ben about Anna")).toEqual([
      { word: "ben", mayName: true },
      { word: "anna", mayName: false },
    ]);
  });
});

describe("a question about something else is left to others", () => {
  test.each([
    "What does the decision clause of the contract say?",
    "Who makes decisions under the agreement?",
    "How are decisions made by the board?",
    "Which decisions need the consent of the shareholders?",
    "What was agreed in the contract about the rent?",
    "What is the agreed price?",
    "What did the parties agree on?",
    "Which matters must be decided unanimously?",
    "How much does Anna owe?",
    "What do we owe Contoso?",
    "What does Anna owe in rent?",
    "What action can the landlord take?",
    "Is there a class action?",
    "What is the corrective action?",
    "What do I have to do to end the lease?",
    "What is there to do at the family day?",
    "How many ships were sunk in action?",
    "Who pays the rent?",
    "Who sent the email?",
    "Who signed the contract?",
    "Who is the landlord?",
    "Who will be the managing director?",
    "Who will do it?",
    "Welche Miete wurde vereinbart?",
    "Was wurde im Vertrag beschlossen?",
    "Was sind die Aufgaben des Verwalters?",
    "Wer zahlt die Miete?",
    "Was muss ich tun, um zu kündigen?",
    "Wie viel schuldet Anna?",
    "Was ist die Entscheidung des Gerichts?",
    "What is the notice period?",
  ])("%s", (question) => {
    expect(read(question)).toBeNull();
  });
});
