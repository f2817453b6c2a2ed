import { createDecipheriv, createHash } from "node:crypto";
import type { Folder } from "./streams";

export const aes = "06f10701";

const mostRounds = 24;
const roundsAtOnce = 1_024;

/** Decrypts a stream of 7z. `size` is the number of its bytes without the filling. Throws if the filling shows that the password is wrong. */
export function decrypted(
  packed: Buffer,
  { properties, password, size }: { properties: Buffer; password: string; size: number },
): Buffer {
  const { rounds, salt, vector } = parametersOf(properties);
  const cipher = createDecipheriv("aes-256-cbc", keyOf(password, salt, rounds), vector);
  cipher.setAutoPadding(false);
  const whole = Buffer.concat([
    cipher.update(packed.subarray(0, packed.length & ~15)),
    cipher.final(),
  ]);
  if (whole.subarray(size).some((byte) => byte !== 0)) throw new Error("The password is wrong.");
  return whole.subarray(0, size);
}

function parametersOf(properties: Buffer) {
  const [first = 0, second = 0] = properties;
  const saltLength = ((first >> 7) & 1) + (second >> 4);
  const vectorLength = ((first >> 6) & 1) + (second & 0x0f);
  const salt = properties.subarray(2, 2 + saltLength);
  const vector = Buffer.alloc(16);
  properties.subarray(2 + saltLength, 2 + saltLength + vectorLength).copy(vector);
  return { rounds: first & 0x3f, salt, vector };
}

const noRounds = 0x3f;

/** Hashes salt, password and a count again and again, 2 to the power of `rounds` times. */
function keyOf(password: string, salt: Buffer, rounds: number): Buffer {
  const once = Buffer.concat([salt, Buffer.from(password, "utf16le"), Buffer.alloc(8)]);
  if (rounds === noRounds) return Buffer.concat([once, Buffer.alloc(32)]).subarray(0, 32);
  if (rounds > mostRounds) throw new Error("The key takes too long to make.");
  const hash = createHash("sha256");
  const total = 2 ** rounds;
  for (let done = 0; done < total; done += roundsAtOnce) {
    const count = Math.min(roundsAtOnce, total - done);
    const chunk = Buffer.alloc(once.length * count);
    for (let index = 0; index < count; index += 1) {
      once.copy(chunk, index * once.length);
      chunk.writeUInt32LE(done + index, (index + 1) * once.length - 8);
    }
    hash.update(chunk);
  }
  return hash.digest();
}

/**
 * Returns a folder without a step that decrypts, which has one input from the file and one output. The steps after it take its place. The
 * inputs and outputs behind it move up.
 */
export function withoutStep(folder: Folder, step: number): Folder {
  const count = (kind: "ins" | "outs") =>
    folder.coders.slice(0, step).reduce((sum, coder) => sum + coder[kind], 0);
  const [input, output] = [count("ins"), count("outs")];
  const coders = folder.coders.filter((_, index) => index !== step);
  if (coders.length === 0)
    return { ...folder, coders: [{ id: "00", ins: 1, outs: 1, properties: null }] };
  const fed = folder.binds.find((bind) => bind.output === output);
  if (!fed) throw new Error("The decrypted stream goes nowhere.");
  const moved = (place: number, gone: number) => (place > gone ? place - 1 : place);
  return {
    coders,
    binds: folder.binds
      .filter((bind) => bind !== fed)
      .map((bind) => ({ input: moved(bind.input, input), output: moved(bind.output, output) })),
    packed: folder.packed.map((place) => moved(place === input ? fed.input : place, input)),
    sizes: folder.sizes.filter((_, index) => index !== output),
  };
}
