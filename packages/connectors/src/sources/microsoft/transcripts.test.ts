import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { refOf } from "../../../doubles/kit/bench";
import { failureOf, keepingSink, list, look } from "../../../doubles/kit/driving";
import { ANA, type MicrosoftBench, startMicrosoft } from "../../../doubles/microsoft/bench";
import { joinUrlOf, userIdOf } from "../../../doubles/microsoft/meetings";
import { accountAt } from "../../../doubles/serving/accounts";
import { isFailure } from "../failures";
import type { Root } from "../source";
import { createTeamsSource } from "./transcripts";

const never = new AbortController().signal;
const RIGHT = "OnlineMeetingTranscript.Read.All";
const VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n<v Ana>Good morning.</v>\n";
let bench: MicrosoftBench;

beforeEach(async () => {
  bench = await startMicrosoft({
    create: createTeamsSource,
    content: ({ path }) => path.includes("/content"),
    scopes: [RIGHT],
    prepare: (world) => {
      world.addTranscript({ meetingId: "meet1", organiser: ANA, subject: "Weekly", vtt: VTT });
      return {
        root: { kind: "teams", organiser: userIdOf(ANA) },
        hands: { add: () => "", addMany: () => [], remove: () => {} },
      };
    },
  });
});
afterEach(() => bench.doubles.close());

test("a transcript is fetched as WebVTT, which is asked for by its name", async () => {
  const [item] = (await list(bench)).items.values();
  if (!item) throw new Error("It is not listed");
  expect(item.name).toBe("Weekly 2026-11-02.vtt");
  const sink = keepingSink();
  await bench.source.fetch(bench.account, refOf(item, bench.root), sink, never);
  expect(sink.bytes().toString()).toBe(VTT);
  const authorization = `Bearer ${await bench.account.token()}`;
  const [meeting, id] = item.id.split("~");
  const path = `/v1.0/users/${userIdOf(ANA)}/onlineMeetings/${meeting}/transcripts/${id}/content`;
  const bare = await fetch(`${bench.doubles.url}${path}`, { headers: { authorization } });
  expect([bare.status, await bare.text()]).toEqual([
    400,
    expect.stringContaining("Invalid format"),
  ]);
});

test("without the policy of the organisation, the failure says who must do what", async () => {
  bench.double.grantPolicyTo(["somebody@harbour.example"]);
  const { failure } = await list(bench);
  if (!isFailure(failure, "refused")) throw failure;
  expect(failure.details.code).toBe("application-access-policy");
  expect(failure.message).toContain("administrator");
});

test("without the right of the app, the failure names it", async () => {
  const { tokens } = bench.doubles;
  bench.account = accountAt({ tokens, provider: "microsoft", address: ANA });
  const { failure } = await list(bench);
  if (!isFailure(failure, "scope-missing")) throw failure;
  expect(failure.details.scope).toBe(RIGHT);
});

const roots = async () => {
  const found: Root[] = [];
  for await (const root of bench.source.listRoots(bench.account)) found.push(root);
  return found;
};

describe("a person's own meetings", () => {
  const HOUR_MS = 3_600_000;
  const addMeeting = (meetingId: string, hoursAgo = 2) => {
    const { world } = bench.doubles;
    const [calendar] = [...world.calendars.values()];
    const calendarId = calendar?.id ?? world.addCalendar(ANA, "Calendar").id;
    const beganAt = new Date(world.now().getTime() - hoursAgo * HOUR_MS);
    const endedAt = new Date(beganAt.getTime() + HOUR_MS);
    world.addEvent({
      calendarId,
      title: "Weekly",
      beganAt,
      endedAt,
      joinUrl: joinUrlOf(meetingId),
    });
  };
  const requestsFor = (part: string) =>
    bench.doubles.world.requests.filter(({ path }) => path.includes(part)).length;

  beforeEach(() => {
    bench = { ...bench, root: { kind: "teams", own: "true" } };
  });

  test("are the choice of a person", async () => {
    expect(await roots()).toMatchObject([{ ref: { own: "true" }, name: ANA }]);
  });

  test("of a series are one meeting, which is asked once", async () => {
    for (const hours of [2, 26, 50]) addMeeting("meet1", hours);
    expect([...(await list(bench)).items.keys()]).toHaveLength(1);
    expect(requestsFor("JoinWebUrl")).toBe(1);
  });

  test("that others organised have no transcripts here, and stop nothing", async () => {
    addMeeting("of-somebody-else");
    addMeeting("meet1");
    expect([...(await list(bench)).items.values()].map(({ parentIds }) => parentIds)).toEqual([
      ["meet1"],
    ]);
  });

  test("are told once, also if a transcript comes days after its meeting", async () => {
    addMeeting("late");
    const cursor = await bench.source.begin(bench.account, bench.root);
    const nothing = await look(bench, cursor);
    expect(nothing.changes).toEqual([]);
    const { world } = bench.doubles;
    world.advance(72 * HOUR_MS);
    world.addTranscript({ meetingId: "late", organiser: ANA, subject: "Late", vtt: VTT });
    const { changes, cursor: after } = await look(bench, nothing.cursor);
    expect(changes.map(({ kind }) => kind)).toEqual(["is"]);
    expect((await look(bench, after)).changes).toEqual([]);
  });

  test("cannot be watched, as Microsoft pushes them to apps alone", async () => {
    const { source, account, root } = bench;
    const watched = source.watch?.(account, root, { url: "http://127.0.0.1/hook", secret: "s" });
    expect(isFailure(await failureOf(watched ?? Promise.resolve()), "refused")).toBe(true);
  });
});

test("an app of the organisation chooses among its people", async () => {
  const settings = { rights: "application" };
  bench.account = { ...bench.account, settings };
  bench.doubles.world.addPerson("ben@harbour.example", "Ben Okafor");
  expect((await roots()).map(({ ref }) => ref.organiser)).toEqual([
    userIdOf(ANA),
    userIdOf("ben@harbour.example"),
  ]);
});
