import { copyFile, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Format } from "@besunny/document-model/parsed-document";
import {
  type AudioCodec,
  type EncodedPacket,
  EncodedPacketSink,
  FilePathSource,
  FLAC,
  Input,
  type InputAudioTrack,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from "mediabunny";
import {
  type CutRecording,
  type PieceBounds,
  type RecordingPiece,
  usualBounds,
} from "../contract/cut-recording";
import type { Limits } from "../contract/limits";
import { corrupt, silent, tooLarge, unsupported } from "../contract/refusals";
import { detectFormat } from "../detect/detect-format";
import { mediaTypes } from "../detect/media-types";
import { beginPiece, containerFor, type PieceWriter } from "./piece-writer";

type Given = {
  path: string;
  fileName: string;
  outputDirectory: string;
  limits: Limits;
  bounds?: PieceBounds | undefined;
};

const containers = [MP4, QTFF, MP3, WAVE, WEBM, OGG, FLAC];
const recordings: readonly Format[] = ["mp3", "m4a", "mp4", "wav", "webm", "ogg", "flac"];
/** The bytes that say what a file is. */
const HEAD = 64 * 1_024;

/**
 * Cuts a recording into pieces, each a file in the output directory. The sound is copied as it is; pictures are left out. A short recording is one
 * piece, byte for byte. Throws `ReadingError` for files of other kinds, without sound, and with damaged sound.
 */
export async function cutRecording({
  bounds = usualBounds,
  ...file
}: Given): Promise<CutRecording> {
  const { size } = await stat(file.path);
  if (size > file.limits.fileBytes) throw tooLarge("The file is larger than one file may be.");
  const detected = await detectFormat(await headOf(file.path), file);
  if (!recordings.includes(detected.format)) throw unsupported("A file without sound");

  const input = new Input({ source: new FilePathSource(file.path), formats: containers });
  try {
    const track = await trackOf(input);
    const video = await input.getPrimaryVideoTrack().catch(() => null);
    const pieces = await cut(track, { ...file, bounds });
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last) throw silent();
    const isSoundAlone = detected.format === "mp4" && !video;
    const { format, mediaType } = isSoundAlone
      ? { format: "m4a" as const, mediaType: mediaTypes.m4a }
      : detected;
    const isWhole = pieces.length === 1 && !video && size <= bounds.bytes;
    return {
      format,
      mediaType,
      durationMs: last.endMs,
      pieces: isWhole ? [await whole(first, file, { format, mediaType, size })] : pieces,
    };
  } finally {
    input.dispose();
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function trackOf(input: Input): Promise<InputAudioTrack> {
  const track = await input.getPrimaryAudioTrack().catch((error: unknown) => {
    throw corrupt("The recording", error);
  });
  if (!track) throw silent();
  return track;
}

async function cut(
  track: InputAudioTrack,
  { outputDirectory, bounds }: Pick<Given, "outputDirectory"> & { bounds: PieceBounds },
): Promise<RecordingPiece[]> {
  const { codec, config, container } = await kindOf(track);
  const pieces: RecordingPiece[] = [];
  let writer: PieceWriter | null = null;
  let tail: EncodedPacket[] = [];
  for await (const packet of packetsOf(track)) {
    if (!writer) {
      const number = pieces.length + 1;
      writer = await beginPiece({ container, codec, config, directory: outputDirectory, number });
      for (const repeated of tail) await writer.add(repeated);
    }
    await writer.add(packet);
    const from = packet.timestamp + packet.duration - bounds.overlapSeconds;
    tail = [...tail, packet].filter(({ timestamp }) => timestamp >= from);
    const isFull = writer.seconds >= bounds.seconds - packet.duration;
    if (!isFull && writer.bytes < bounds.bytes * 0.95) continue;
    pieces.push(await writer.end());
    writer = null;
  }
  if (writer) pieces.push(await writer.end());
  return pieces;
}

async function kindOf(track: InputAudioTrack) {
  const codec: AudioCodec | null = await track.getCodec();
  const config = await track.getDecoderConfig().catch(() => null);
  const container = codec && containerFor(codec);
  if (!codec || !config || !container)
    throw unsupported(
      `Sound of the kind ${codec ?? "unknown"}`,
      "Save the recording as M4A, MP3, WAV, OGG or FLAC and upload that.",
    );
  return { codec, config, container };
}

async function* packetsOf(track: InputAudioTrack): AsyncGenerator<EncodedPacket> {
  try {
    yield* new EncodedPacketSink(track).packets();
  } catch (error) {
    throw corrupt("The recording", error);
  }
}

/** A short recording goes as it came. */
async function whole(
  piece: RecordingPiece,
  { path, outputDirectory }: Given,
  { format, mediaType, size }: { format: Format; mediaType: string; size: number },
): Promise<RecordingPiece> {
  const fileName = `recording.${format}`;
  await rm(piece.path);
  await copyFile(path, join(outputDirectory, fileName));
  return { ...piece, path: join(outputDirectory, fileName), fileName, mediaType, size };
}
