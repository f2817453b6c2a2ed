import { afterEach, beforeEach, expect, test } from "vitest";

import { refOf } from "../../../doubles/kit/bench";
import { keepingSink, list } from "../../../doubles/kit/driving";
import { ANA, type MicrosoftBench, startMicrosoft } from "../../../doubles/microsoft/bench";
import { userIdOf } from "../../../doubles/microsoft/meetings";
import { accountAt } from "../../../doubles/serving/accounts";
import { isFailure } from "../failures";
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
