import { describe, expect, test } from "vitest";
import { isSamePerson } from "../contract/same-person";
import { bestEvent, type EventToMatch, type MeetingToMatch } from "./best-event";

const people = [
  { address: "clara.finch@mill.test", name: "Clara Finch" },
  { address: "jw@mill.test", name: "Weber, Jonas" },
  { address: "tomasz.krol@mill.test", name: null },
];
const event = (given: Partial<EventToMatch> = {}): EventToMatch => ({
  title: "Weekly meeting",
  beganAt: new Date("2026-03-09T09:00:00Z"),
  local: { day: "2026-03-09", minute: 600 },
  people,
  joinUrl: "https://meet.example/abc-defg-hij?pli=1",
  ...given,
});
const meeting = (given: Partial<MeetingToMatch> = {}): MeetingToMatch => ({
  title: "Weekly meeting 2026-03-09",
  fileName: "Weekly meeting 2026-03-09.vtt",
  day: "2026-03-09",
  beganAt: null,
  speakers: ["Clara Finch", "Jonas Weber", "Tomasz Król"],
  head: "",
  ...given,
});

describe("the event of a meeting", () => {
  test("has its title and its day, or its people and its time", () => {
    const weekly = event();
    expect(bestEvent(meeting(), [weekly, event({ title: "Dentist", people: [] })])).toBe(weekly);
    const recorded = { title: "20260309_100412", fileName: "Recording-20260309_100412.m4a" };
    expect(bestEvent(meeting(recorded), [weekly])).toBe(weekly);
  });

  test("is not one of another day, of other people at the same time, or of the same title alone a day off", () => {
    const moved = event({ local: { day: "2026-03-10", minute: 600 } });
    expect(bestEvent(meeting(), [moved])).toBeNull();
    const others = event({ title: "Board", people: [{ address: "a@b.test", name: "Ann Berg" }] });
    expect(bestEvent(meeting(), [others])).toBeNull();
  });

  test("is none where two are as likely, and one where they are copies of each other", () => {
    const [morning, noon] = [
      event(),
      event({
        beganAt: new Date("2026-03-09T11:00:00Z"),
        local: { day: "2026-03-09", minute: 720 },
      }),
    ];
    expect(bestEvent(meeting(), [morning, noon])).toBeNull();
    const timed = meeting({ fileName: "Weekly meeting-20260309_120105.vtt" });
    expect(bestEvent(timed, [morning, noon])).toBe(noon);
    expect(bestEvent(meeting(), [morning, event()])).toBe(morning);
  });

  test("is the one whose address to join is in the transcript", () => {
    const board = event({ title: "Board", people: [], joinUrl: "https://meet.example/xyz-board" });
    const given = meeting({ head: "Joined by https://meet.example/xyz-board?authuser=0" });
    expect(bestEvent(given, [event(), board])).toBe(board);
  });

  test("is found by its title alone where the day is not known", () => {
    const lease = event({ title: "Lease review Plagwitz" });
    const given = meeting({ day: null, title: "Lease review Plagwitz", fileName: "a.txt" });
    expect(bestEvent(given, [event(), lease])).toBe(lease);
    expect(bestEvent({ ...given, title: "Lease review" }, [event(), lease])).toBe(lease);
    expect(bestEvent({ ...given, title: "Review" }, [event(), lease])).toBeNull();
  });
});

test.each([
  ["Jonas Weber", "Weber, Jonas", "jw@mill.test", true],
  ["Tomasz Król", null, "tomasz.krol@mill.test", true],
  ["Jonas", "Jonas", "jonas@mill.test", false],
  ["Jonas Weber (Guest)", "Jonas Weber", "x@mill.test", true],
  ["Jonas Weber", "Jonas Webers", "x@mill.test", false],
])("%s is %s <%s>: %s", (name, invited, address, expected) => {
  expect(isSamePerson(name, { address, name: invited })).toBe(expected);
});
