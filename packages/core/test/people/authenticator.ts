import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const b64 = (data: Uint8Array | string) => Buffer.from(data).toString("base64url");

/** Parts of CBOR (RFC 8949) that a passkey needs: heads, byte strings and text. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}
const bytes = (data: Uint8Array) => Buffer.concat([head(2, data.length), data]);
const words = (text: string) => Buffer.concat([head(3, text.length), Buffer.from(text)]);

type Asked = { challenge: string };

/** A device with one passkey for one host, as a browser drives it. `counter` is what it says next. */
export class Authenticator {
  readonly id = randomBytes(16);
  counter = 0;
  isVerifying = true;
  readonly #key: KeyObject;
  readonly #public: KeyObject;

  constructor(
    readonly origin = "http://localhost:3000",
    readonly host = new URL(origin).hostname,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#key = privateKey;
    this.#public = publicKey;
  }

  /** Answers the question of a registration. */
  register({ challenge }: Asked) {
    const clientDataJSON = this.#clientData("webauthn.create", challenge);
    const attestationObject = Buffer.concat([
      head(5, 3),
      words("fmt"),
      words("none"),
      words("attStmt"),
      head(5, 0),
      words("authData"),
      bytes(this.#data({ withKey: true })),
    ]);
    const id = b64(this.id);
    return {
      id,
      rawId: id,
      type: "public-key" as const,
      response: {
        clientDataJSON: b64(clientDataJSON),
        attestationObject: b64(attestationObject),
        transports: ["internal"],
      },
    };
  }

  /** Answers the question of a sign-in. */
  sign({ challenge }: Asked) {
    const clientDataJSON = this.#clientData("webauthn.get", challenge);
    this.counter += 1;
    const authenticatorData = this.#data({ withKey: false });
    const signed = createSign("sha256")
      .update(authenticatorData)
      .update(sha256(clientDataJSON))
      .sign(this.#key);
    const id = b64(this.id);
    return {
      id,
      rawId: id,
      type: "public-key" as const,
      response: {
        clientDataJSON: b64(clientDataJSON),
        authenticatorData: b64(authenticatorData),
        signature: b64(signed),
      },
    };
  }

  #clientData(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false });
  }

  /** Present, verified, and with the key where one is made. */
  #data({ withKey }: { withKey: boolean }): Buffer {
    const flags = 0x01 | (this.isVerifying ? 0x04 : 0) | (withKey ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const start = Buffer.concat([sha256(this.host), Buffer.from([flags]), counter]);
    if (!withKey) return start;
    const { x = "", y = "" } = this.#public.export({ format: "jwk" });
    const cose = Buffer.concat([
      head(5, 5),
      Buffer.from([0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, "base64url")),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, "base64url")),
    ]);
    const length = Buffer.from([0, this.id.length]);
    return Buffer.concat([start, Buffer.alloc(16), length, this.id, cose]);
  }
}
