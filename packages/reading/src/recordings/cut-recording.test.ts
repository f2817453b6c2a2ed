import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aRecording, type RecordingKind } from "../../test/a-recording";
import type { PieceBounds } from "../contract/cut-recording";
import { defaultLimits } from "../contract/limits";
import { cutRecording } from "./cut-recording";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cut-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function cut(bytes: Uint8Array, bounds?: PieceBounds, fileName = "weekly") {
  const path = join(folder, "source");
  await writeFile(path, bytes);
  return cutRecording({ path, fileName, outputDirectory: folder, limits: defaultLimits, bounds });
}

const short: PieceBounds = { seconds: 10, bytes: 20_000_000, overlapSeconds: 2 };

describe("cutting a recording", () => {
  test.each<[RecordingKind, string]>([
    ["wav", "audio/wav"],
    ["m4a", "audio/mp4"],
    ["mp3", "audio/mp4"],
    ["ogg", "audio/ogg"],
    ["webm", "audio/ogg"],
  ])("%s becomes pieces that no second is missing from", async (kind, mediaType) => {
    const recording = await cut(await aRecording(kind, 25), short);

    expect(recording.pieces).toHaveLength(3);
    expect(recording.durationMs).toBeGreaterThan(24_000);
    for (const [index, piece] of recording.pieces.entries()) {
      expect(piece.mediaType).toBe(mediaType);
      expect(piece.endMs - piece.startMs).toBeLessThanOrEqual(10_000);
      const before = recording.pieces[index - 1];
      if (!before) continue;
      expect(before.endMs - piece.startMs).toBeGreaterThan(1_000);
      expect(before.endMs - piece.startMs).toBeLessThanOrEqual(2_001);
    }
  });

  test("a piece holds the sound of its own time", async () => {
    const { pieces } = await cut(await aRecording("wav", 25), short);

    for (const { path, startMs, endMs } of pieces) {
      const bytes = await readFile(path);
      const from = bytes.indexOf("data") + 8;
      expect(bytes.readInt16LE(from)).toBe(Math.floor(startMs / 1_000 + 0.001));
      expect(bytes.readInt16LE(bytes.length - 2)).toBe(Math.ceil(endMs / 1_000 - 0.001) - 1);
    }
  });

  test("a piece can be cut again: it is a file of its own", async () => {
    const { pieces } = await cut(await aRecording("mp3", 25), short);
    const [, second] = pieces;
    const again = await cut(await readFile(second?.path ?? ""), { ...short, seconds: 100 });
    expect(again.durationMs / 100).toBeCloseTo(
      ((second?.endMs ?? 0) - (second?.startMs ?? 0)) / 100,
      0,
    );
  });

  test("no piece is larger than servers take", async () => {
    const { pieces } = await cut(await aRecording("wav", 25), {
      ...short,
      seconds: 600,
      bytes: 100_000,
    });
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map(({ size }) => size))).toBeLessThanOrEqual(100_000);
  });

  test("a short recording goes byte for byte, under a name that says its kind", async () => {
    const bytes = await aRecording("mp3", 5);
    const { pieces, format } = await cut(bytes);
    expect(format).toBe("mp3");
    expect(pieces).toMatchObject([
      { fileName: "recording.mp3", mediaType: "audio/mpeg", startMs: 0 },
    ]);
    expect(await readFile(pieces[0]?.path ?? "")).toEqual(bytes);
  });

  test("other files and damaged ones end with a reason", async () => {
    await expect(cut(Buffer.from("The rent is due."))).rejects.toMatchObject({
      code: "UNSUPPORTED_TYPE",
    });
    const whole = await aRecording("m4a", 5);
    await expect(cut(whole.subarray(0, 40))).rejects.toMatchObject({ name: "ReadingError" });
    const wav = await aRecording("wav", 1);
    await expect(cut(wav.subarray(0, wav.indexOf("data") + 8))).rejects.toMatchObject({
      code: "EMPTY",
    });
  });
});
