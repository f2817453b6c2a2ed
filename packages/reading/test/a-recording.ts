import {
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from "mediabunny";

const RATE = 8_000;

type Kind = {
  make: () => OutputFormat;
  codec: AudioCodec;
  /** Seconds and bytes of a packet. */
  packet: { seconds: number; bytes: number };
  config?: Partial<AudioDecoderConfig>;
};

/** The kinds of recordings. All but WAV hold packets that are no sound: they are cut and never heard. */
export const recordingKinds = {
  wav: {
    make: () => new WavOutputFormat(),
    codec: "pcm-s16",
    packet: { seconds: 0.1, bytes: RATE * 0.1 * 2 },
  },
  m4a: {
    make: () => new Mp4OutputFormat(),
    codec: "aac",
    packet: { seconds: 1_024 / RATE, bytes: 60 },
    config: { codec: "mp4a.40.2", description: Uint8Array.of(0x15, 0x88) },
  },
  mp3: {
    make: () => new Mp3OutputFormat({ xingHeader: false }),
    codec: "mp3",
    packet: { seconds: 576 / RATE, bytes: 72 },
  },
  ogg: {
    make: () => new OggOutputFormat(),
    codec: "opus",
    packet: { seconds: 0.02, bytes: 40 },
    config: { codec: "opus", description: opusHead() },
  },
  webm: {
    make: () => new WebMOutputFormat(),
    codec: "opus",
    packet: { seconds: 0.02, bytes: 40 },
    config: { codec: "opus", description: opusHead() },
  },
} satisfies Record<string, Kind>;
export type RecordingKind = keyof typeof recordingKinds;

/** Returns a recording of one channel at 8 kHz. The packet at each second of a WAV holds that second in its samples. */
export async function aRecording(kind: RecordingKind, seconds: number): Promise<Buffer> {
  const { make, codec, packet, config }: Kind = recordingKinds[kind];
  const target = new BufferTarget();
  const output = new Output({ format: make(), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  const decoderConfig = { codec, sampleRate: RATE, numberOfChannels: 1, ...config };
  for (let at = 0; at < seconds - packet.seconds / 2; at += packet.seconds) {
    const data = dataOf(kind, packet.bytes, at);
    await source.add(new EncodedPacket(data, "key", at, packet.seconds), { decoderConfig });
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

function dataOf(kind: RecordingKind, bytes: number, at: number): Uint8Array {
  const data = Buffer.alloc(bytes, 0x11);
  if (kind === "wav")
    for (let offset = 0; offset < bytes; offset += 2) data.writeInt16LE(Math.floor(at), offset);
  // MPEG 2.5, layer III, 8 kbit/s, 8 kHz, one channel.
  if (kind === "mp3") Buffer.from("ffe318c4", "hex").copy(data);
  if (kind === "ogg" || kind === "webm") data[0] = 0x08;
  return new Uint8Array(data);
}

function opusHead(): Uint8Array {
  return new Uint8Array(Buffer.from("4f707573486561640101000080bb0000000000", "hex"));
}
