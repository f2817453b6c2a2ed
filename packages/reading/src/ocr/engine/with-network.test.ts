import { expect, test } from "vitest";
import { withNetwork } from "./with-network";

/** A model of 24 parts with a dictionary (8), a network (17) and a version (23). */
function aModel(network: string): Buffer {
  const parts = new Map([
    [8, "dictionary"],
    [17, network],
    [23, "version"],
  ]);
  const header = Buffer.alloc(4 + 8 * 24);
  header.writeInt32LE(24, 0);
  let end = header.length;
  for (let part = 0; part < 24; part++) {
    const size = parts.get(part)?.length;
    header.writeBigInt64LE(size === undefined ? -1n : BigInt(end), 4 + 8 * part);
    end += size ?? 0;
  }
  return Buffer.concat([header, Buffer.from([...parts.values()].join(""))]);
}

test.each(["small", "a larger network"])("gives a model another network: %s", (network) => {
  expect(withNetwork(aModel("network"), Buffer.from(network))).toEqual(aModel(network));
});

test("refuses a model without a network", () => {
  const model = aModel("network");
  model.writeBigInt64LE(-1n, 4 + 8 * 17);
  expect(() => withNetwork(model, Buffer.from("small"))).toThrow("no network");
});
