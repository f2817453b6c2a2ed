import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type AudioCodec,
  EncodedAudioPacketSource,
  type EncodedPacket,
  FilePathTarget,
  FlacOutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
} from "mediabunny";
import type { RecordingPiece } from "../contract/cut-recording";

/** A kind of file that holds sound as it is, without encoding it again. */
type Container = { make: () => OutputFormat; extension: string; mediaType: string };

const mp4: Container = {
  make: () => new Mp4OutputFormat({ fastStart: "in-memory" }),
  extension: "m4a",
  mediaType: "audio/mp4",
};

const containers: readonly Container[] = [
  { make: () => new WavOutputFormat(), extension: "wav", mediaType: "audio/wav" },
  { make: () => new FlacOutputFormat(), extension: "flac", mediaType: "audio/flac" },
  { make: () => new OggOutputFormat(), extension: "ogg", mediaType: "audio/ogg" },
];

/** Returns the kind of file for a codec; null if none holds it. MP3 goes into MP4: as MP3 alone, the library drops the track. */
export function containerFor(codec: AudioCodec): Container | null {
  const holds = ({ make }: Container) => make().getSupportedAudioCodecs().includes(codec);
  return containers.find(holds) ?? (holds(mp4) ? mp4 : null);
}

export type PieceWriter = Awaited<ReturnType<typeof beginPiece>>;

/** Begins the file of a piece. Its packets come in order; the time of the first becomes the beginning of the piece. */
export async function beginPiece({
  container: { make, extension, mediaType },
  codec,
  config,
  directory,
  number,
}: {
  container: Container;
  codec: AudioCodec;
  config: AudioDecoderConfig;
  directory: string;
  number: number;
}) {
  const fileName = `piece-${number}.${extension}`;
  const path = join(directory, fileName);
  const output = new Output({ format: make(), target: new FilePathTarget(path) });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  let start: number | null = null;
  let end = 0;
  let bytes = 0;

  return {
    get seconds() {
      return start === null ? 0 : end - start;
    },
    get bytes() {
      return bytes;
    },
    async add(packet: EncodedPacket): Promise<void> {
      start ??= packet.timestamp;
      end = packet.timestamp + packet.duration;
      bytes += packet.byteLength;
      await source.add(packet.clone({ timestamp: Math.max(0, packet.timestamp - start) }), {
        decoderConfig: config,
      });
    },
    async end(): Promise<RecordingPiece> {
      await output.finalize();
      const { size } = await stat(path);
      const ms = (seconds: number) => Math.max(0, Math.round(seconds * 1_000));
      return { path, fileName, mediaType, size, startMs: ms(start ?? 0), endMs: ms(end) };
    },
  };
}
