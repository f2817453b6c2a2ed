/** A field of a message by its number: a whole number, or the bytes of a text, a message or a fixed number. */
export type Field = { number: number; value: number | Buffer };

const kinds = { varint: 0, eightBytes: 1, bytes: 2, fourBytes: 5 };

/** Returns the fields of a message. Throws `RangeError` for bytes that are no message. */
export function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < message.length) {
    const key = varintAt(message, at);
    const number = Math.floor(key.value / 8);
    if (number === 0) throw new RangeError("A field has a number of at least 1.");
    const { value, end } = valueAt(message, key.end, key.value % 8);
    fields.push({ number, value });
    at = end;
  }
  return fields;
}

/** Returns the fields, or null for bytes that are no message. */
export function messageIn(value: Field["value"]): Field[] | null {
  if (typeof value === "number") return null;
  try {
    return fieldsOf(value);
  } catch {
    return null;
  }
}

function valueAt(
  message: Buffer,
  at: number,
  kind: number,
): { value: Field["value"]; end: number } {
  if (kind === kinds.varint) return varintAt(message, at);
  if (kind === kinds.eightBytes) return bytesAt(message, at, 8);
  if (kind === kinds.fourBytes) return bytesAt(message, at, 4);
  if (kind !== kinds.bytes) throw new RangeError("A field has an unknown kind.");
  const length = varintAt(message, at);
  return bytesAt(message, length.end, length.value);
}

function bytesAt(message: Buffer, at: number, length: number): { value: Buffer; end: number } {
  if (at + length > message.length) throw new RangeError("A field is longer than its message.");
  return { value: message.subarray(at, at + length), end: at + length };
}

const mostBytes = 10;

/** Reads a whole number. Numbers above 2^53 lose their last digits. */
export function varintAt(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let count = 0; count < mostBytes; count++) {
    const byte = bytes[at + count];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * count);
    if (byte < 0x80) return { value, end: at + count + 1 };
  }
  throw new RangeError("A number does not end.");
}

export function numberIn(fields: Field[], number: number): number | undefined {
  const value = fields.find((field) => field.number === number)?.value;
  return typeof value === "number" ? value : undefined;
}

export function bytesIn(fields: Field[], number: number): Buffer | undefined {
  const value = fields.find((field) => field.number === number)?.value;
  return typeof value === "number" ? undefined : value;
}

/** Returns all messages with that number. */
export function messagesIn(fields: Field[], number: number): Field[][] {
  return fields.flatMap((field) => {
    const message = field.number === number ? messageIn(field.value) : null;
    return message ? [message] : [];
  });
}

/** Returns the message at the end of a path of numbers. */
export function messageAt(fields: Field[] | undefined, ...path: number[]): Field[] | undefined {
  let found = fields;
  for (const number of path) found = found && messagesIn(found, number)[0];
  return found;
}
