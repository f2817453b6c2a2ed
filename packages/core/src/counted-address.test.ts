import { expect, test } from "vitest";

import { countedAddress } from "./counted-address";

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["local", "local"],
])("a customer's addresses are counted as one, others apart: %s", (ip, counted) => {
  expect(countedAddress(ip)).toBe(counted);
});
